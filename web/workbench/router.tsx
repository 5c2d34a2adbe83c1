import { createRouter } from '@tanstack/react-router';
import { claimRoute } from './adoption/ClaimPage.tsx';
import { claimsRoute } from './adoption/ClaimsPage.tsx';
import { newClaimRoute } from './adoption/NewClaimPage.tsx';
import { verifyRoute } from './adoption/VerifyPage.tsx';
import { assessmentRoute } from './assessment/AssessmentPage.tsx';
import { draftRoute } from './assessment/draft/DraftPage.tsx';
import { exemptionsRoute } from './assessment/exemption/ExemptionsPage.tsx';
import { flagsRoute } from './assessment/flag/FlagsPage.tsx';
import { schemeRoute } from './assessment/SchemePage.tsx';
import { whatIfRoute } from './assessment/whatIf/WhatIfPage.tsx';
import { yearRoute } from './assessment/YearPage.tsx';
import { auditRoute } from './audit/AuditPage.tsx';
import { coverageRoute } from './board/CoveragePage.tsx';
import { releasesRoute } from './board/ReleasesPage.tsx';
import { bulletinRoute } from './bulletin/BulletinPage.tsx';
import { bulletinsRoute } from './bulletin/BulletinsPage.tsx';
import { outletsRoute } from './channel/OutletsPage.tsx';
import { dutiesRoute } from './duty/DutiesPage.tsx';
import { handOversRoute } from './duty/handOver/HandOversPage.tsx';
import { remindersRoute } from './duty/RemindersPage.tsx';
import { weekRoute } from './duty/WeekPage.tsx';
import { receiptRoute } from './fact/ReceiptPage.tsx';
import { filingsRoute } from './filing/FilingsPage.tsx';
import { guidanceRoute } from './filing/guidance/GuidancePage.tsx';
import { homeRoute } from './home/HomePage.tsx';
import { invitationRoute } from './identity/InvitationPage.tsx';
import { passwordRoute } from './identity/PasswordPage.tsx';
import { peopleRoute } from './identity/PeoplePage.tsx';
import { unitsRoute } from './identity/UnitsPage.tsx';
import { newObjectionRoute } from './objection/NewObjectionPage.tsx';
import { objectionRoute } from './objection/ObjectionPage.tsx';
import { objectionsRoute } from './objection/ObjectionsPage.tsx';
import { commissionsRoute } from './plan/commission/CommissionsPage.tsx';
import { newPlanRoute } from './plan/NewPlanPage.tsx';
import { planRoute } from './plan/PlanPage.tsx';
import { projectRoute } from './project/ProjectPage.tsx';
import { projectsRoute } from './project/ProjectsPage.tsx';
import { reportsRoute } from './project/report/ReportsPage.tsx';
import { projectYearRoute } from './project/YearPage.tsx';
import { rootRoute } from './root.tsx';
import { shellRoute } from './Shell.tsx';
import { scheduleRoute } from './schedule/SchedulePage.tsx';
import { articleRoute } from './submission/ArticlePage.tsx';
import { articlesRoute } from './submission/ArticlesPage.tsx';
import { namingsRoute } from './supervision/NamingsPage.tsx';
import { orderRoute } from './supervision/OrderPage.tsx';
import { supervisionRoute } from './supervision/SupervisionPage.tsx';
import { newVoucherRoute } from './voucher/NewVoucherPage.tsx';
import { voucherRoute } from './voucher/VoucherPage.tsx';
import { vouchersRoute } from './voucher/VouchersPage.tsx';

const inside = shellRoute.addChildren([
  homeRoute,
  planRoute,
  newPlanRoute,
  scheduleRoute,
  coverageRoute,
  releasesRoute,
  projectsRoute,
  projectRoute,
  reportsRoute,
  projectYearRoute,
  dutiesRoute,
  remindersRoute,
  handOversRoute,
  weekRoute,
  filingsRoute,
  guidanceRoute,
  unitsRoute,
  peopleRoute,
  auditRoute,
  passwordRoute,
  bulletinsRoute,
  bulletinRoute,
  articlesRoute,
  articleRoute,
  outletsRoute,
  claimsRoute,
  newClaimRoute,
  verifyRoute,
  claimRoute,
  assessmentRoute,
  yearRoute,
  whatIfRoute,
  exemptionsRoute,
  flagsRoute,
  schemeRoute,
  draftRoute,
  commissionsRoute,
  receiptRoute,
  objectionsRoute,
  newObjectionRoute,
  objectionRoute,
  supervisionRoute,
  namingsRoute,
  orderRoute,
  vouchersRoute,
  newVoucherRoute,
  voucherRoute,
]);

export const router = createRouter({
  routeTree: rootRoute.addChildren([inside, invitationRoute]),
  basepath: '/workbench',
  defaultNotFoundComponent: () => <p className="page">没有这个页面，请从上面的导航重新进入。</p>,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
