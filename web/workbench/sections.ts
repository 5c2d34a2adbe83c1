import type { Role } from '../../server/identity/rights.ts';

type Page = { to: string; label: string; for?: (roles: readonly Role[]) => boolean };
/** The office's words for the parts of the house; the first page of a section is where its name leads. */
export type Section = { label: string; pages: readonly Page[] };

const works = (roles: readonly Role[]) => !roles.some((role) => role.endsWith('Admin'));
const audits = (roles: readonly Role[]) => roles.includes('auditAdmin');
const inOffice = (roles: readonly Role[]) => roles.some((role) => role.startsWith('office'));
const seesAll = (roles: readonly Role[]) => audits(roles) || inOffice(roles);
const worksOrAudits = (roles: readonly Role[]) => works(roles) || audits(roles);

const sections: readonly Section[] = [
  { label: '工作台', pages: [{ to: '/', label: '工作台' }] },
  {
    label: '方案',
    pages: [
      { to: '/plan', label: '方案' },
      { to: '/schedule', label: '日程' },
      { to: '/coverage', label: '覆盖', for: inOffice },
      { to: '/releases', label: '发布日历', for: inOffice },
      { to: '/projects', label: '项目' },
      { to: '/project-reports', label: '月报' },
      { to: '/project-year', label: '全年核对' },
      { to: '/duties', label: '职责', for: works },
      { to: '/filings', label: '报备', for: works },
      { to: '/guidance', label: '指导', for: works },
      { to: '/reminders', label: '提醒', for: works },
      { to: '/week', label: '本周一页纸', for: inOffice },
    ],
  },
  {
    label: '采编',
    pages: [
      { to: '/articles', label: '稿件', for: works },
      { to: '/commissions', label: '约稿', for: works },
    ],
  },
  {
    label: '传播',
    pages: [
      { to: '/claims', label: '采用认领', for: works },
      { to: '/outlets', label: '媒体名录' },
    ],
  },
  {
    label: '考评',
    pages: [
      { to: '/assessment', label: '月度考评', for: worksOrAudits },
      { to: '/assessment/year', label: '年度', for: worksOrAudits },
      { to: '/flags', label: '提示', for: works },
      { to: '/exemptions', label: '豁免', for: worksOrAudits },
      { to: '/objections', label: '异议', for: worksOrAudits },
      { to: '/vouchers', label: '登记', for: works },
      { to: '/supervision', label: '督办', for: worksOrAudits },
      { to: '/namings', label: '表扬批评', for: seesAll },
      { to: '/scheme', label: '考核细则', for: worksOrAudits },
      { to: '/assessment/what-if', label: '试算', for: seesAll },
    ],
  },
  { label: '文书', pages: [{ to: '/bulletins', label: '通报', for: worksOrAudits }] },
  {
    label: '管理',
    pages: [
      { to: '/units', label: '单位' },
      { to: '/people', label: '人员' },
      { to: '/hand-overs', label: '交接', for: works },
      { to: '/audit', label: '审计', for: audits },
    ],
  },
];

/** What of it is there for a person with these roles. */
export const sectionsFor = (roles: readonly Role[]): Section[] =>
  sections
    .map(({ label, pages }) => ({ label, pages: pages.filter((page) => page.for?.(roles) ?? true) }))
    .filter(({ pages }) => pages.length > 0);

export const isIn = ({ pages }: Section, path: string) =>
  pages.some(({ to }) => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)));
