import { constraintRefusals as adoptionConstraints } from './adoption/adoption.ts';
import { adoptionRoutes } from './adoption/routes.ts';
import { newApp } from './app.ts';
import { hear } from './assessment/actions/open.ts';
import { constraintRefusals as exemptionConstraints } from './assessment/exemption/exemption.ts';
import { constraintRefusals as flagConstraints } from './assessment/flags/verdict.ts';
import { constraintRefusals as assessmentConstraints } from './assessment/refusals.ts';
import { draftRoutes } from './assessment/routes/draft.ts';
import { exemptionRoutes } from './assessment/routes/exemption.ts';
import { flagRoutes } from './assessment/routes/flag.ts';
import { oneMoreRoutes } from './assessment/routes/oneMore.ts';
import { whatIfRoutes } from './assessment/routes/whatIf.ts';
import { assessmentRoutes } from './assessment/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { boardRoutes } from './board/routes.ts';
import { constraintRefusals as bulletinConstraints } from './bulletin/bulletin.ts';
import { bulletinRoutes } from './bulletin/routes.ts';
import { constraintRefusals as channelConstraints } from './channel/channel.ts';
import { channelRoutes } from './channel/routes.ts';
import { handOverRoutes } from './duty/routes/handOver.ts';
import { dutyRoutes } from './duty/routes.ts';
import { evidenceRoutes } from './evidence/routes.ts';
import { constraintRefusals as factConstraints } from './fact/fact.ts';
import { factRoutes } from './fact/routes.ts';
import { constraintRefusals as filingConstraints } from './filing/filing.ts';
import { constraintRefusals as guidanceConstraints } from './filing/guidance.ts';
import { guidanceRoutes } from './filing/routes/guidance.ts';
import { filingRoutes } from './filing/routes.ts';
import { constraintRefusals as identityConstraints } from './identity/identity.ts';
import { identityRoutes } from './identity/routes.ts';
import { constraintRefusals as messageConstraints } from './message/message.ts';
import { tellsOf } from './objection/actions/ground.ts';
import { constraintRefusals as objectionConstraints } from './objection/refusals.ts';
import { objectionRoutes } from './objection/routes.ts';
import { constraintRefusals as planConstraints } from './plan/plan.ts';
import { commissionRoutes } from './plan/routes/commission.ts';
import { linkRoutes } from './plan/routes/link.ts';
import { moveRoutes } from './plan/routes/move.ts';
import { planRoutes } from './plan/routes.ts';
import { portalRoutes } from './portal/routes.ts';
import { constraintRefusals as projectConstraints } from './project/project.ts';
import { constraintRefusals as reportConstraints } from './project/report.ts';
import { reportRoutes } from './project/routes/report.ts';
import { projectYearRoutes } from './project/routes/yearly.ts';
import { projectRoutes } from './project/routes.ts';
import { submissionRoutes } from './submission/routes.ts';
import { constraintRefusals as submissionConstraints } from './submission/submission.ts';
import { constraintRefusals as supervisionConstraints } from './supervision/refusals.ts';
import { namingRoutes } from './supervision/routes/naming.ts';
import { supervisionRoutes } from './supervision/routes.ts';
import { voucherRoutes } from './voucher/routes.ts';
import { constraintRefusals as voucherConstraints } from './voucher/voucher.ts';

/** THE order: a module may use those above it and none below. */
export const modules = [
  'audit',
  'identity',
  'calendar',
  'message',
  'notice',
  'channel',
  'fact',
  'plan',
  'project',
  'filing',
  'evidence',
  'submission',
  'adoption',
  'voucher',
  'assessment',
  'objection',
  'supervision',
  'bulletin',
  'board',
  'duty',
  'portal',
] as const;

hear(tellsOf);

export const app = newApp({
  ...identityConstraints,
  ...messageConstraints,
  ...channelConstraints,
  ...factConstraints,
  ...planConstraints,
  ...projectConstraints,
  ...reportConstraints,
  ...filingConstraints,
  ...guidanceConstraints,
  ...submissionConstraints,
  ...adoptionConstraints,
  ...voucherConstraints,
  ...assessmentConstraints,
  ...exemptionConstraints,
  ...flagConstraints,
  ...objectionConstraints,
  ...supervisionConstraints,
  ...bulletinConstraints,
})
  .route('/', auditRoutes)
  .route('/', identityRoutes)
  .route('/', channelRoutes)
  .route('/', factRoutes)
  .route('/', planRoutes)
  .route('/', commissionRoutes)
  .route('/', moveRoutes)
  .route('/', linkRoutes)
  .route('/', projectRoutes)
  .route('/', reportRoutes)
  .route('/', projectYearRoutes)
  .route('/', filingRoutes)
  .route('/', guidanceRoutes)
  .route('/', evidenceRoutes)
  .route('/', submissionRoutes)
  .route('/', adoptionRoutes)
  .route('/', voucherRoutes)
  .route('/', assessmentRoutes)
  .route('/', draftRoutes)
  .route('/', exemptionRoutes)
  .route('/', flagRoutes)
  .route('/', whatIfRoutes)
  .route('/', oneMoreRoutes)
  .route('/', objectionRoutes)
  .route('/', supervisionRoutes)
  .route('/', namingRoutes)
  .route('/', bulletinRoutes)
  .route('/', boardRoutes)
  .route('/', dutyRoutes)
  .route('/', handOverRoutes)
  .route('/', portalRoutes);
export type App = typeof app;
