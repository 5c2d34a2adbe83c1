import { addDays, type CountyDate } from '../kernel/dates.ts';
import type { Id } from '../kernel/ids.ts';
import { elements } from '../plan/commission/commission.ts';
import type { Campaign, Project, ProjectRank } from '../plan/plan.ts';
import { families, familyOf, mondayOf, publicFamilies, weeksBetween } from './board.ts';
import type { Known, Working } from './known.ts';

/** What nobody has told yet: a campaign before its door, a project for weeks, a unit for a month, a channel for the whole year. */
export const gapKinds = { campaign: '临近开场', project: '多周没有', unit: '单位没报', family: '渠道没用' } as const;
export type GapKind = keyof typeof gapKinds;
/** 缺; 已约稿, while the order is open; 已交稿, until it is published. */
export const gapStates = { open: '缺', ordered: '已约稿', written: '已交稿' } as const;
export type GapState = keyof typeof gapStates;

/** What a 约稿 that would close it begins with. The unit is null where the records do not say whose it is. */
export type Draft = {
  unitId: Id<'unit'> | null;
  projectId: Id<'project'> | null;
  campaignId: Id<'campaign'> | null;
  title: string;
  angle: string;
  dueOn: CountyDate;
  words: number;
  elements: readonly string[];
};
export type Gap = {
  kind: GapKind;
  id: string;
  subject: string;
  words: string;
  rank: ProjectRank | null;
  size: number; // weeks, days or channels: the more the worse
  unitNames: readonly string[];
  state: GapState;
  commission: { id: Id<'commission'>; dueOn: CountyDate; overdue: boolean } | null;
  article: { id: Id<'article'>; title: string } | null;
  draft: Draft;
};

/** Figures of the office's own rule; the page says them. */
export const limits = { weeks: 2, campaignDays: 7, unitFromDay: 10, workdays: 3, words: 800, elements: 3, heldDays: 28 } as const;

/** Worst first: what nobody has ordered, the doors that open soonest, 省级 projects, then the longest silence. */
export function gapsOf(known: Known, calendar: Working): Gap[] {
  const projects = projectGaps(known, calendar);
  const named = new Set(projects.map(({ id }) => id));
  const found = [
    ...campaignGaps(known, calendar),
    ...projects,
    ...unitGaps(known, calendar),
    ...familyGaps(known, calendar).filter(({ id }) => !named.has(id)),
  ];
  const places = Object.keys(gapKinds);
  const states = Object.keys(gapStates);
  return found.sort(
    (a, b) =>
      states.indexOf(a.state) - states.indexOf(b.state) ||
      places.indexOf(a.kind) - places.indexOf(b.kind) ||
      Number(b.rank === 'provincial') - Number(a.rank === 'provincial') ||
      b.size - a.size,
  );
}

/** Nothing for so many whole weeks, since it was last told or since the plan was issued. */
function projectGaps(known: Known, calendar: Working): Gap[] {
  return known.projects.flatMap((project) => {
    const last = known.told.get(project.id)?.lastOn ?? null;
    const since = last ?? (known.plan.issuedOn === null ? null : addDays(known.plan.issuedOn, -1)); // a week that it opened counts
    const size = since === null ? 0 : weeksBetween(mondayOf(since), mondayOf(known.today)) - 1;
    if (size < limits.weeks) return [];
    const words = `连续 ${size} 周没有刊播，${last === null ? '今年还没有过' : `上次 ${last.slice(5)}`}`;
    return [{ ...aboutProject(known, project, calendar, last), kind: 'project' as const, size, words }];
  });
}

/** A project that was told, and never on some of the channels that reach the public. */
function familyGaps(known: Known, calendar: Working): Gap[] {
  return known.projects.flatMap((project) => {
    const told = known.told.get(project.id);
    if (!told) return [];
    const used = told.kinds.map(familyOf);
    const never = publicFamilies.filter((family) => !used.includes(family)).map((family) => families[family]);
    if (never.length === 0) return [];
    const base = aboutProject(forChannels(known), project, calendar, told.lastOn);
    const draft = { ...base.draft, angle: `${channelsAsked}${never.join('；')}` };
    return [{ ...base, draft, kind: 'family' as const, size: never.length, words: `今年还没有用过：${never.join('；')}` }];
  });
}

const channelsAsked = '想发到：';
/** An order that says where to is one for a channel, and of the articles only what came of it. */
function forChannels(known: Known): Known {
  const orders = known.orders.filter(({ wishes }) => wishes.includes(channelsAsked));
  const came = new Set(orders.map(({ articleId }) => articleId));
  return { ...known, orders, inHand: known.inHand.filter(({ id }) => came.has(id)) };
}

function aboutProject(known: Known, { id, name, rank }: Project, calendar: Working, last: CountyDate | null) {
  const ours = known.campaigns.filter((campaign) => campaign.projects.includes(name));
  const units = distinct(ours.flatMap((campaign) => campaign.units));
  const stands = standing(known, (each) => each.projectId === id, last);
  const writer = known.writers.find(({ projectId }) => projectId === id)?.unitId ?? null;
  const draft = {
    ...{ unitId: writer ?? soleOf(units), projectId: id, campaignId: null },
    ...{
      title: `${name.slice(0, 180)}：群众得了什么实惠`,
      angle: '',
      dueOn: calendar.workdaysAfter(known.today, limits.workdays),
    },
    ...{ words: limits.words, elements: untold(known, id) },
  };
  return { id, subject: name, rank, unitNames: units.map((unit) => unit.name), ...stands, draft };
}

/** Under way or a few days off, and nothing was published of it, ordered or written. */
function campaignGaps(known: Known, calendar: Working): Gap[] {
  const { today } = known;
  return known.campaigns.flatMap((campaign) => {
    const { id, fromOn, toOn, theme, units } = campaign;
    const soon = fromOn !== null && fromOn <= addDays(today, limits.campaignDays) && (toOn ?? fromOn) >= today;
    if (!soon || known.toldCampaigns.has(id)) return [];
    const days = Math.round((Date.parse(fromOn) - Date.parse(today)) / 86_400_000);
    const words = days > 0 ? `${days} 天后开场，一篇也没有约` : '已经开场，一篇也没有';
    const stands = standing(known, (each) => each.campaignId === id, null);
    const dueOn = calendar.lastBefore(fromOn, today);
    const draft = { ...campaignDraft(known, campaign), dueOn };
    const subject = `第${campaign.no}场 ${theme}`;
    const unitNames = units.map(({ name }) => name);
    return [{ kind: 'campaign' as const, id, subject, words, rank: null, size: 100 - days, unitNames, ...stands, draft }];
  });
}

function campaignDraft(known: Known, { id, theme, units, projects }: Campaign) {
  const [only, second] = known.projects.filter(({ name }) => projects.includes(name));
  const projectId = second ? null : (only?.id ?? null);
  const unitId = soleOf(units);
  return {
    ...{ unitId, projectId, campaignId: id, title: `${theme}：开场这一篇`, angle: '', words: limits.words },
    elements: projectId === null ? elements.slice(0, limits.elements) : untold(known, projectId),
  };
}

/** Nothing handed in this month: named from the tenth day on, before it only where last month passed without, too. */
function unitGaps(known: Known, calendar: Working): Gap[] {
  const { today } = known;
  const month = today.slice(0, 7);
  const before = addDays(`${month}-01` as CountyDate, -1).slice(0, 7);
  const named = Number(today.slice(8)) >= limits.unitFromDay ? month : before;
  return known.units.flatMap(({ id, name }) => {
    const last = known.lastByUnit.get(id) ?? null;
    if ((last ?? '') >= `${named}-01`) return [];
    const stands = standing({ ...known, inHand: [] }, (each) => each.unitId === id, last);
    const size = last === null ? 60 : Math.round((Date.parse(today) - Date.parse(last)) / 86_400_000);
    const months = named === month ? `${Number(month.slice(5))}月` : `${Number(before.slice(5))}月以来`;
    const words = `${months}还没有报送，${last === null ? '今年还没有过' : `上次 ${last.slice(5)}`}`;
    const draft = {
      ...{ unitId: id, projectId: null, campaignId: null, title: '这个月群众最关心的一件事', angle: '' },
      ...{ dueOn: calendar.workdaysAfter(today, limits.workdays), words: limits.words, elements: [] },
    };
    return [{ kind: 'unit' as const, id, subject: name, words, rank: null, size, unitNames: [], ...stands, draft }];
  });
}

type Belongs = { projectId: string | null; campaignId: string | null; unitId: string };
/** What somebody already does about it: handed in four weeks ago and never published, it holds nothing. An article that was handed in since it was last told goes before an order. */
function standing({ today, inHand, orders }: Known, belongs: (each: Belongs) => boolean, last: CountyDate | null) {
  const written = inHand.findLast((each) => belongs(each) && each.submittedOn >= (last ?? ''));
  const order = orders.findLast((each) => belongs(each) && each.state === 'open');
  const state: GapState = written ? 'written' : order ? 'ordered' : 'open';
  return {
    state,
    commission: order ? { id: order.id, dueOn: order.dueOn, overdue: order.dueOn < today } : null,
    article: written ? { id: written.id, title: written.title } : null,
  };
}

/** The elements that no 约稿 about the project asked for yet, the first of them. */
function untold({ orders }: Known, project: string): string[] {
  const asked = orders.filter(({ projectId }) => projectId === project).map(({ wishes }) => wishes);
  return elements.filter((each) => !asked.some((wishes) => wishes.includes(each))).slice(0, limits.elements);
}

const distinct = <T extends { id: string }>(given: readonly T[]): T[] => [
  ...new Map(given.map((each) => [each.id, each])).values(),
];
/** Which unit has which project of a row is never guessed. */
const soleOf = (units: readonly { id: string }[]) => (units.length === 1 ? ((units[0]?.id ?? null) as Id<'unit'> | null) : null);
