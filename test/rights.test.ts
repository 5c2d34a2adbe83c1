import { expect, test } from 'vitest';
import { type Right, type Role, reach, rights, roles } from '../server/identity/rights.ts';
import { app } from '../server/modules.ts';
import { aCounty, type County, whoHas } from './county.ts';
import { scheduleSamples } from './rights/schedule.ts';

type Handler = { right?: Right };
const routes = app.routes
  .filter(({ method }) => method !== 'ALL')
  .map(({ method, path, handler }) => ({ name: `${method} ${path}`, right: (handler as Handler).right }));

/** For every route that needs a session: a request about a thing of the unit with this place among the county's units. */
const samples: Record<string, (county: County, unit: number) => [path: string, body?: object | string]> = {
  'POST /api/sign-out': () => ['/api/sign-out', {}],
  'GET /api/me': () => ['/api/me'],
  'POST /api/me/password': () => ['/api/me/password', { current: '', next: '' }],
  'GET /api/people': () => ['/api/people'],
  'POST /api/people': (county, unit) => [
    '/api/people',
    {
      account: `n${unit}${Math.floor(performance.now() * 1000)}`,
      name: '新人',
      unitId: county.ids[unit],
      roles: ['informationOfficer'],
    },
  ],
  'POST /api/people/:id/invitation': (county, unit) => [`/api/people/${personOf(county, unit)}/invitation`, { version: 1 }],
  'POST /api/people/:id/suspension': (county, unit) => [
    `/api/people/${personOf(county, unit)}/suspension`,
    { version: 1, suspended: true, reason: '试' },
  ],
  'POST /api/people/:id/unlocking': (county, unit) => [`/api/people/${personOf(county, unit)}/unlocking`, { version: 1 }],
  'GET /api/units': () => ['/api/units'],
  'GET /api/units.xlsx': () => ['/api/units.xlsx'],
  'GET /api/people.xlsx': () => ['/api/people.xlsx'],
  'GET /api/unit-names': () => ['/api/unit-names'],
  'POST /api/units': (_, unit) => ['/api/units', { units: [{ name: `新单位${unit}${performance.now()}`, kind: 'government' }] }],
  'POST /api/units/:id/names': (county, unit) => [
    `/api/units/${county.ids[unit]}/names`,
    { version: 1, name: `别名${performance.now()}`, fromOn: '2023-10-08', alias: true },
  ],
  'POST /api/units/:id/closing': (county, unit) => [
    `/api/units/${county.ids[unit]}/closing`,
    { version: 1, toOn: null, reason: '' },
  ],
  'POST /api/demo-day': () => ['/api/demo-day', { day: '2023-10-08' }],
  'POST /api/files': () => ['/api/files', '\x89PNG'],
  'GET /api/files/:sha256': () => [`/api/files/${'0'.repeat(64)}`],
  'GET /api/files/:sha256/about': () => [`/api/files/${'0'.repeat(64)}/about`],
  'GET /api/facts/:id/receipt': () => ['/api/facts/0198f0a0-0000-7000-8000-000000000000/receipt'],
  'GET /api/audit': () => ['/api/audit'],
  'GET /api/audit.xlsx': () => ['/api/audit.xlsx'],
  'POST /api/audit/verdicts': () => ['/api/audit/verdicts', {}],
  'GET /api/jobs/:id': () => ['/api/jobs/0198f0a0-0000-7000-8000-000000000000'],
  'POST /api/readings': () => ['/api/readings', { source: { text: '' } }],
  'POST /api/plans': () => ['/api/plans', { source: { text: '' }, answers: {}, newUnits: [] }],
  'POST /api/plan-amendments': () => [
    '/api/plan-amendments',
    { source: { text: '' }, answers: {}, newUnits: [], version: 1, cancelled: [] },
  ],
  'GET /api/campaigns.xlsx': () => ['/api/campaigns.xlsx'],
  'GET /api/projects.xlsx': () => ['/api/projects.xlsx'],
  'GET /api/duties.xlsx': () => ['/api/duties.xlsx'],
  'GET /api/plan': () => ['/api/plan'],
  'POST /api/projects/:id/rank': () => ['/api/projects/0198f0a0-0000-7000-8000-000000000000/rank', { version: 1, rank: null }],
  'GET /api/projects': () => ['/api/projects'],
  'GET /api/project-sheets.xlsx': () => ['/api/project-sheets.xlsx'],
  'GET /api/projects/:id': () => [noProject],
  'GET /api/projects/:id/sheet.xlsx': () => [`${noProject}/sheet.xlsx`],
  'POST /api/projects/:id/elements': () => [
    `${noProject}/elements`,
    {
      ...{ element: 'scope', seen: '', value: { kind: 'text', text: '全县' } },
      ...{ fromOn: '2023-10-08', source: '通知', statedOn: '2023-10-08' },
    },
  ],
  'GET /api/project-reports': () => ['/api/project-reports'],
  'GET /api/project-reports.xlsx': () => ['/api/project-reports.xlsx'],
  'GET /api/projects/:id/reports': () => [`${noProject}/reports`],
  'POST /api/projects/:id/reports': () => [
    `${noProject}/reports`,
    {
      ...{ month: '2023-09', seen: '', measure: '户', planned: 1, done: 0, result: '试' },
      ...{ moneyPlanned: 0, moneyArrived: 0, moneySpent: 0 },
    },
  ],
  'POST /api/project-reports/:id/decisions': () => [`/api/project-reports/${noId}/decisions`, { version: 1, agree: true }],
  'POST /api/projects/:id/units': () => [`${noProject}/units`, { seen: [], units: [], fromOn: '2023-10-08', reason: '试' }],
  'POST /api/project-elements/:id/decisions': () => [`/api/project-elements/${noId}/decisions`, { version: 1, agree: true }],
  'POST /api/project-elements/:id/withdrawal': () => [`/api/project-elements/${noId}/withdrawal`, { version: 1 }],
  ...scheduleSamples,
  'GET /api/commissions': () => ['/api/commissions'],
  'GET /api/commissions.xlsx': () => ['/api/commissions.xlsx'],
  'GET /api/commission-queue': () => ['/api/commission-queue'],
  'POST /api/commissions': (county) => [
    '/api/commissions',
    { unitId: county.ids[1], title: '水渠通到田埂上', dueOn: '2023-10-20' },
  ],
  'POST /api/commissions/:id/withdrawal': () => [`${noCommission}/withdrawal`, { version: 1, reason: '试' }],
  'POST /api/commissions/:id/missing': () => [`${noCommission}/missing`, { version: 1, reason: '试' }],
  'GET /api/coverage': () => ['/api/coverage'],
  'GET /api/coverage.xlsx': () => ['/api/coverage.xlsx'],
  'GET /api/coverage-aim': () => ['/api/coverage-aim'],
  'GET /api/coverage-gaps': () => ['/api/coverage-gaps'],
  'GET /api/coverage-gaps.xlsx': () => ['/api/coverage-gaps.xlsx'],
  'GET /api/coverage-rows': () => ['/api/coverage-rows?from=2023-10-01&to=2023-10-31'],
  'GET /api/coverage-rows.xlsx': () => ['/api/coverage-rows.xlsx?from=2023-10-01&to=2023-10-31'],
  'GET /api/releases': () => ['/api/releases'],
  'GET /api/releases.xlsx': () => ['/api/releases.xlsx'],
  'GET /api/articles': () => ['/api/articles'],
  'GET /api/articles.xlsx': () => ['/api/articles.xlsx'],
  'GET /api/article-queue': () => ['/api/article-queue'],
  'GET /api/article-states': () => ['/api/article-states'],
  'GET /api/article-desk': () => ['/api/article-desk'],
  'GET /api/article-counts': () => ['/api/article-counts'],
  'POST /api/articles': () => ['/api/articles', { title: '水渠通到田埂上' }],
  'GET /api/articles/:id': () => [noArticle],
  'POST /api/articles/:id/text': () => [`${noArticle}/text`, { version: 1 }],
  'POST /api/articles/:id/handing-in': () => [`${noArticle}/handing-in`, { version: 1 }],
  'POST /api/articles/:id/signatures': () => [`${noArticle}/signatures`, { version: 1, kind: 'review' }],
  'POST /api/articles/:id/returns': () => [`${noArticle}/returns`, { version: 1, reason: '试' }],
  'GET /api/articles/:id/sheet.pdf': () => [`${noArticle}/sheet.pdf`],
  'POST /api/articles/:id/sheet': () => [
    `${noArticle}/sheet`,
    { version: 1, sheet: '0'.repeat(64), signers: ['甲', '乙', '丙'].map((name) => ({ name, day: '2023-10-08' })) },
  ],
  'POST /api/articles/:id/withdrawal': () => [`${noArticle}/withdrawal`, { version: 1, reason: '试' }],
  'POST /api/articles/:id/decisions': () => [`${noArticle}/decisions`, { version: 1, decision: 'take' }],
  'GET /api/claims': () => ['/api/claims'],
  'GET /api/claims.xlsx': () => ['/api/claims.xlsx'],
  'GET /api/claim-queue': () => ['/api/claim-queue'],
  'GET /api/claim-counts': () => ['/api/claim-counts'],
  'GET /api/claim-place': () => ['/api/claim-place?outlet=x&on=2023-10-08'],
  'GET /api/claim-articles': () => ['/api/claim-articles'],
  'POST /api/claims': (county, unit) => [
    '/api/claims',
    { unitId: county.ids[unit], articleId: null, fields: { outlet: '邵阳日报', publishedOn: '2023-10-08', title: '试' } },
  ],
  'GET /api/claims/:id': () => [noClaim],
  'POST /api/claims/:id/verdicts': () => [`${noClaim}/verdicts`, { version: 1, verdict: 'accept' }],
  'POST /api/claims/:id/supplement': () => [
    `${noClaim}/supplement`,
    { version: 1, fields: { outlet: '邵阳日报', publishedOn: '2023-10-08', title: '试' } },
  ],
  'POST /api/claims/:id/withdrawal': () => [`${noClaim}/withdrawal`, { version: 1, reason: '试' }],
  'GET /api/vouchers': () => ['/api/vouchers'],
  'GET /api/vouchers.xlsx': () => ['/api/vouchers.xlsx'],
  'GET /api/vouchers/:id': () => [`/api/vouchers/${noId}`],
  'POST /api/vouchers': (county) => [
    '/api/vouchers',
    { unitId: county.ids[1], kind: 'error', happenedOn: '2023-10-08', grade: '失实', title: '试' },
  ],
  'POST /api/vouchers/:id/decisions': () => [`/api/vouchers/${noId}/decisions`, { version: 1, agree: true }],
  'POST /api/vouchers/:id/withdrawal': () => [`/api/vouchers/${noId}/withdrawal`, { version: 1, reason: '试' }],
  'GET /api/objections': () => ['/api/objections'],
  'GET /api/objections.xlsx': () => ['/api/objections.xlsx'],
  'GET /api/objection-ground': () => ['/api/objection-ground?month=2023-10'],
  'GET /api/objection-counts': () => ['/api/objection-counts'],
  'GET /api/objections/:id': () => [`/api/objections/${noId}`],
  'POST /api/objections': (county, unit) => [
    '/api/objections',
    { what: 'line', month: '2023-10', unitId: county.ids[unit], clause: '五', effect: 'points', reason: '试' },
  ],
  'POST /api/objections/:id/withdrawal': () => [`/api/objections/${noId}/withdrawal`, { version: 1, reason: '试' }],
  'POST /api/objections/:id/answers': () => [`/api/objections/${noId}/answers`, { version: 1, verdict: 'uphold', reason: '试' }],
  'POST /api/objections/:id/confirmations': () => [`/api/objections/${noId}/confirmations`, { version: 1, agree: true }],
  'GET /api/corrections': () => ['/api/corrections'],
  'GET /api/month-terms': () => ['/api/month-terms'],
  'POST /api/month-terms': (_, unit) => [
    '/api/month-terms',
    { fromOn: `2024-01-${10 + unit}`, lockBy: 3, workdays: 5, reason: '试' },
  ],
  'GET /api/supervision': () => ['/api/supervision'],
  'GET /api/supervision.xlsx': () => ['/api/supervision.xlsx'],
  'GET /api/supervision-suggestions': () => ['/api/supervision-suggestions'],
  'GET /api/supervision-counts': () => ['/api/supervision-counts'],
  'GET /api/supervision-rules': () => ['/api/supervision-rules'],
  'POST /api/supervision-rules': (_, unit) => ['/api/supervision-rules', { fromOn: `2024-01-${10 + unit}`, ...someRules }],
  'POST /api/supervision': (county) => [
    '/api/supervision',
    { unitId: county.ids[1], colour: 'blue', matter: '试', requirement: '试', dueOn: '2023-10-10' },
  ],
  'GET /api/supervision/:id': () => [`/api/supervision/${noId}`],
  'GET /api/supervision/:id/order.pdf': () => [`/api/supervision/${noId}/order.pdf`],
  'POST /api/supervision/:id/raise': () => [
    `/api/supervision/${noId}/raise`,
    { version: 1, reason: '试', requirement: '试', dueOn: '2023-10-10' },
  ],
  'POST /api/supervision/:id/approval': () => [`/api/supervision/${noId}/approval`, { version: 1, agree: true }],
  'POST /api/supervision/:id/answers': () => [`/api/supervision/${noId}/answers`, { version: 1, text: '试' }],
  'POST /api/supervision/:id/extension': () => [
    `/api/supervision/${noId}/extension`,
    { version: 1, dueOn: '2023-10-20', reason: '试' },
  ],
  'POST /api/supervision/:id/extension-decision': () => [
    `/api/supervision/${noId}/extension-decision`,
    { version: 1, agree: true },
  ],
  'POST /api/supervision/:id/closing': () => [`/api/supervision/${noId}/closing`, { version: 1, agree: true }],
  'POST /api/supervision/:id/withdrawal': () => [`/api/supervision/${noId}/withdrawal`, { version: 1, reason: '试' }],
  'POST /api/supervision/:id/reopening': () => [`/api/supervision/${noId}/reopening`, { version: 1, reason: '试' }],
  'GET /api/namings': () => ['/api/namings?month=2023-10'],
  'GET /api/namings.xlsx': () => ['/api/namings.xlsx?month=2023-10'],
  'POST /api/namings/:month/:kind': () => ['/api/namings/2023-10/criticise', { version: 0 }],
  'POST /api/namings/:month/:kind/confirmation': () => [
    '/api/namings/2023-10/criticise/confirmation',
    { version: 1, agree: true },
  ],
  'POST /api/namings/:month/:kind/withdrawal': () => ['/api/namings/2023-10/criticise/withdrawal', { version: 1, reason: '试' }],
  'GET /api/outlets': () => ['/api/outlets'],
  'GET /api/outlets.xlsx': () => ['/api/outlets.xlsx'],
  'POST /api/outlets': () => ['/api/outlets', { outlets: [{ name: `某报${performance.now()}`, kind: 'paper' }] }],
  'POST /api/known-outlets': () => ['/api/known-outlets', {}],
  'POST /api/outlets/:id': () => [`/api/outlets/${noId}`, { version: 1, kind: 'paper' }],
  'POST /api/outlets/:id/tiers': () => [
    `/api/outlets/${noId}/tiers`,
    { version: 1, fromOn: '2023-10-08', tier: null, reason: '试' },
  ],
  'POST /api/outlets/:id/aliases': () => [`/api/outlets/${noId}/aliases`, { version: 1, name: '别名' }],
  'GET /api/months': () => ['/api/months'],
  'GET /api/months/:month': () => ['/api/months/2023-10'],
  'GET /api/months/:month/trend': () => ['/api/months/2023-10/trend'],
  'GET /api/months/:month/rates': () => ['/api/months/2023-10/rates?group=%E5%8E%BF%E7%9B%B4'],
  'GET /api/months/:month/measures': () => ['/api/months/2023-10/measures'],
  'GET /api/years/:year': () => ['/api/years/2023'],
  'GET /api/years/:year/form.xlsx': () => ['/api/years/2023/form.xlsx'],
  'GET /api/months/:month/account/:unit': (county) => [`/api/months/2023-10/account/${county.ids[1]}`],
  'GET /api/months/:month/one-more/:unit': (county) => [`/api/months/2023-10/one-more/${county.ids[1]}`],
  'GET /api/months/:month/one-more/:unit/table.xlsx': (county) => [`/api/months/2023-10/one-more/${county.ids[1]}/table.xlsx`],
  'POST /api/months/:month/lock': () => ['/api/months/2023-10/lock', { version: 0, head: '0'.repeat(64) }],
  'GET /api/months/:month/table.xlsx': () => ['/api/months/2023-10/table.xlsx'],
  'GET /api/months/:month/export.json': () => ['/api/months/2023-10/export.json'],
  'GET /api/exemptions': () => ['/api/exemptions'],
  'GET /api/exemptions.xlsx': () => ['/api/exemptions.xlsx'],
  'POST /api/exemptions': (county) => [
    '/api/exemptions',
    { unitId: county.ids[1], fromOn: '2023-10-08', reason: '试', basis: '试' },
  ],
  'POST /api/exemptions/:id/confirmation': () => [`/api/exemptions/${noId}/confirmation`, { version: 1 }],
  'POST /api/exemptions/:id/withdrawal': () => [`/api/exemptions/${noId}/withdrawal`, { version: 1, reason: '试' }],
  'GET /api/flags': () => ['/api/flags?month=2023-10'],
  'GET /api/flags.xlsx': () => ['/api/flags.xlsx?month=2023-10'],
  'GET /api/flag-counts': () => ['/api/flag-counts?month=2023-10'],
  'POST /api/flags/:month/:flag/verdicts': () => [
    `/api/flags/2023-10/${'0'.repeat(64)}/verdicts`,
    { version: 1, verdict: 'upheld', reason: '试' },
  ],
  'GET /api/bulletins': () => ['/api/bulletins'],
  'GET /api/bulletins.xlsx': () => ['/api/bulletins.xlsx'],
  'GET /api/bulletins/:month': () => ['/api/bulletins/2023-10'],
  'GET /api/bulletins/:month/fonts': () => ['/api/bulletins/2023-10/fonts'],
  'GET /api/bulletins/:month/file.pdf': () => ['/api/bulletins/2023-10/file.pdf'],
  'GET /api/bulletins/:month/file.docx': () => ['/api/bulletins/2023-10/file.docx'],
  'GET /api/bulletins/:month/file.xlsx': () => ['/api/bulletins/2023-10/file.xlsx'],
  'POST /api/bulletins/:month': () => [
    '/api/bulletins/2023-10',
    { version: 0, opening: '', closing: '', number: '', issuedOn: null },
  ],
  'POST /api/bulletins/:month/disclosure': () => [
    '/api/bulletins/2023-10/disclosure',
    { version: 0, disclosure: 'public', checked: true, reason: '' },
  ],
  'GET /api/scheme': () => ['/api/scheme'],
  'GET /api/assessment/what-if': () => [`/api/assessment/what-if?${tried}`],
  'GET /api/assessment/what-if.xlsx': () => [`/api/assessment/what-if.xlsx?${tried}`],
  'GET /api/assessment/what-if/lines': (county) => [`/api/assessment/what-if/lines?${tried}&unit=${county.ids[1]}`],
  'GET /api/schemes': () => ['/api/schemes'],
  'GET /api/schemes/guide': () => ['/api/schemes/guide'],
  'GET /api/schemes/ready': () => ['/api/schemes/ready'],
  'GET /api/policies': () => ['/api/policies'],
  'GET /api/scheme-drafts': () => ['/api/scheme-drafts'],
  'GET /api/scheme-drafts.xlsx': () => ['/api/scheme-drafts.xlsx'],
  'GET /api/scheme-drafts/:id': () => [noDraft],
  'GET /api/scheme-drafts/:id/scheme.xlsx': () => [`${noDraft}/scheme.xlsx`],
  'GET /api/schemes/:id/scheme.xlsx': () => [`/api/schemes/${noId}/scheme.xlsx`],
  'POST /api/scheme-drafts/xlsx': () => ['/api/scheme-drafts/xlsx', 'PK'],
  'POST /api/scheme-drafts': () => ['/api/scheme-drafts', { kind: 'empty' }],
  'POST /api/scheme-drafts/:id/text': () => [`${noDraft}/text`, { version: 1, body: { clauses: [] }, paper: null }],
  'POST /api/scheme-drafts/:id/proposal': () => [`${noDraft}/proposal`, { version: 1 }],
  'POST /api/scheme-drafts/:id/withdrawal': () => [`${noDraft}/withdrawal`, { version: 1 }],
  'POST /api/scheme-drafts/:id/discarding': () => [`${noDraft}/discarding`, { version: 1, reason: '试' }],
  'POST /api/scheme-drafts/:id/return': () => [`${noDraft}/return`, { version: 1, reason: '试' }],
  'POST /api/scheme-drafts/:id/approval': () => [`${noDraft}/approval`, { version: 1 }],
};
const someRules = { blue: 1, orange: 2, red: 3, talk: 4, zero: 2, top: 3, bottom: 3, run: 3, listZero: true, reason: '试' };
const tried = 'scheme=0198f0a0-0000-7000-8000-000000000000&from=2023-10&to=2023-10';
const noDraft = '/api/scheme-drafts/0198f0a0-0000-7000-8000-000000000000';
const noCommission = '/api/commissions/0198f0a0-0000-7000-8000-000000000000';
const noProject = '/api/projects/0198f0a0-0000-7000-8000-000000000000';
const noArticle = '/api/articles/0198f0a0-0000-7000-8000-000000000000';
const noId = '0198f0a0-0000-7000-8000-000000000000';
const noClaim = `/api/claims/${noId}`;
const personOf = (county: County, unit: number) => county.person(unit === 1 ? '王副局长' : '罗建平');
const guarded = routes.filter(({ right }) => right !== undefined && rights[right] !== 'everyone');

test('每个接口都在权限表里有一行，每一行都有试法', () => {
  expect(routes.filter(({ right }) => right === undefined)).toEqual([]);
  expect(guarded.map(({ name }) => name).sort()).toEqual(Object.keys(samples).sort());
  const used = new Set<string>(routes.map(({ right }) => right ?? ''));
  expect(Object.keys(rights).filter((right) => !used.has(right))).toEqual([]);
  console.info(
    `权限表：${Object.keys(roles).length} 个角色 × ${guarded.length} 个接口 × 本单位、别的单位、别的县 = ${Object.keys(roles).length * guarded.length * 3} 格`,
  );
});

/** What the table promises: may not see it: 404; may see but not act: never done; may act: neither 401 nor 403 nor 404. */
const promised = (role: Role, right: Right, own: boolean): 'unseen' | 'seen' | 'acts' => {
  const { sees, acts } = reach({ roles: [role] }, right);
  const covers = (whose: 'own' | 'all' | undefined) => whose === 'all' || (whose === 'own' && own);
  if (!covers(sees)) return 'unseen';
  return covers(acts) ? 'acts' : 'seen';
};

/** Verbs on something that has a unit; for the others own and other are the same. */
const hasUnit = (name: string) => /^POST \/api\/(people|claims$)/.test(name);
/** Everybody has only himself here, whatever the unit. */
const aboutOneself = (right: Right) => right === 'session.own';

test.each(Object.keys(roles) as Role[])(
  '权限表说的和做的一样：%s',
  async (role) => {
    const [county, elsewhere] = [await aCounty(), await aCounty()];
    for (const { name, right } of guarded) {
      if (right === undefined || name === 'POST /api/sign-out') continue;
      for (const unit of hasUnit(name) ? [1, 2] : [1]) {
        const own = !hasUnit(name) || unit === 1;
        const [path, body] = samples[name]?.(county, unit) ?? [''];
        const { status, said } = await county.ask(whoHas[role], path, body);
        const promise = aboutOneself(right) ? 'acts' : promised(role, right, own);
        const told = `${role} ${name} ${own ? '本单位' : '别的单位'}：${status} ${said.message ?? ''}`;
        if (promise === 'unseen') expect([403, 404], told).toContain(status);
        if (promise === 'seen' && name.startsWith('POST') && right !== 'plan.create') expect([403, 404], told).toContain(status);
        if (promise === 'acts') expect([200, 201, 404, 409, 422], told).toContain(status);
        const other = await elsewhere.ask(null, path, body, { cookie: county.cookies.get(whoHas[role]) ?? '' });
        expect(other.status, `${role} ${name} 别的县`).toBe(401);
      }
    }
  },
  60_000,
);

test('没有登录的什么也看不到、做不了', async () => {
  const county = await aCounty();
  for (const { name } of guarded) {
    const [path, body] = samples[name]?.(county, 1) ?? [''];
    expect((await county.ask(null, path, body)).status, name).toBe(401);
  }
});
