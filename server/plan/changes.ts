import { CountyDate } from '../kernel/dates.ts';
import { readDates } from '../notice/date/dates.ts';
import { dateQuestion, readWindows } from '../notice/date/window.ts';
import { isOffice, splitUnits } from '../notice/part/units.ts';
import type { CampaignUnit, Question, Campaign as ReadCampaign, Reading, Window } from '../notice/reading.ts';
import type { Campaign } from './plan.ts';

export type Standing = Pick<
  Campaign,
  'id' | 'no' | 'theme' | 'fromOn' | 'toOn' | 'days' | 'precision' | 'units' | 'projects' | 'cancelledOn' | 'windowText'
>;
/** What a sentence says is called off; a person takes it over, with the sentence as his reason. */
export type CalledOff = { id: Campaign['id']; reason: string; line: number };
export type Changed = { reading: Reading; calledOff: CalledOff[] };

const off = /取消|不再(?:举行|举办|开展|组织|进行|安排)|停办|停止|终止|撤销/;
const moved = /(?:调整|延期|推迟|顺延|提前|改期|变更|更改|改|延后|延|推后|移)(?:为|到|至|在|于)\s*/g;
const extended = /延长(?:到|至)\s*/g;
const more = /(?<role>责任|牵头|主办|配合|协办)单位(?:中)?(?:再)?(?:增加|增补|新增|增列)(?<names>[^，,。；]{2,80})/;
const less = /(?<role>责任|牵头|主办|配合|协办)单位(?:中)?(?:减少|去掉|删去|不再包括)(?<names>[^，,。；]{2,80})/;
const instead =
  /(?<role>责任|牵头|主办|配合|协办)单位(?:由[^，,。；]{2,60}?)?(?:调整|变更|更改|改)为(?<names>[^，,。；]{2,80})|改由(?<led>[^，,。；]{2,60}?)(?<verb>牵头|负责|承办)/;

/**
 * 补充通知 in running text: sentences that call off, move or give to others what the plan has already. They become campaigns of
 * the reading as they now are, so that the difference shows them; whatever names no campaign of the plan stays unread.
 */
export function withChanges(reading: Reading, planned: readonly Standing[]): Changed {
  const standing = planned.filter(({ cancelledOn }) => cancelledOn === null);
  const year = Number((reading.issuedOn ?? standing[0]?.fromOn ?? '').slice(0, 4)) || null;
  const done: Changed = { reading, calledOff: [] };
  const [campaigns, questions, told]: [ReadCampaign[], Question[], Set<number>] = [[], [], new Set()];
  for (const { line, text } of reading.unread) {
    const found = changesIn(text, { standing, year, issuedOn: reading.issuedOn, line });
    if (!found) continue;
    told.add(line);
    campaigns.push(...found.campaigns);
    questions.push(...found.questions);
    done.calledOff.push(...found.calledOff);
  }
  if (told.size === 0) return done;
  return {
    calledOff: done.calledOff,
    reading: {
      ...reading,
      campaigns: [...reading.campaigns, ...campaigns].sort((a, b) => a.line - b.line),
      questions: [...reading.questions, ...questions].sort((a, b) => a.line - b.line),
      unread: reading.unread.filter(({ line }) => !told.has(line)),
    },
  };
}

type About = { standing: readonly Standing[]; year: number | null; issuedOn: CountyDate | null; line: number };
type Found = { campaigns: ReadCampaign[]; questions: Question[]; calledOff: CalledOff[] };

function changesIn(text: string, about: About): Found | null {
  const named = namedIn(text, about.standing);
  const [only] = named;
  if (!only) return null;
  if (off.test(text)) {
    const calledOff = named.map(({ id }) => ({ id, reason: text.slice(0, 200), line: about.line }));
    return { campaigns: [], questions: [], calledOff };
  }
  if (named.length > 1) return null;
  const read = windowIn(text, only, about);
  const units = unitsIn(text, only);
  if (!read && !units) return null;
  const { line } = about;
  const campaign: ReadCampaign = {
    ...{ no: only.no, theme: only.theme, projects: [...only.projects], units: units ?? unitsOf(only) },
    ...{ window: read?.[0]?.window ?? windowOf(only), line, lastLine: line, windowLine: line, notes: [] },
  };
  return { campaigns: [campaign], questions: read?.flatMap((each) => dateQuestion(each, line, only.theme)) ?? [], calledOff: [] };
}

const plain = (text: string) => text.replaceAll(/[\s“”"《》，。、；：]/g, '');
const byOrder = /第\s*(\d{1,3})\s*场/g;

/** By theme, else by number, else by the day on which it was to begin. */
function namedIn(text: string, standing: readonly Standing[]): Standing[] {
  const said = plain(text);
  const themed = standing.filter(({ theme }) => plain(theme).length > 1 && said.includes(plain(theme)));
  if (themed.length > 0) return themed;
  const numbers = new Set([...text.matchAll(byOrder)].map(([, no]) => no));
  const numbered = standing.filter(({ no }) => numbers.has(no));
  if (numbered.length > 0) return numbered;
  return standing.filter(({ windowText }) => plain(windowText).length > 4 && said.includes(plain(windowText)));
}

/** The time after 调整为, 延期至; 延长至 moves only the end. */
function windowIn(text: string, { fromOn }: Standing, { year, issuedOn }: About) {
  for (const [pattern, whole] of [
    [extended, false],
    [moved, true],
  ] as const) {
    for (const { index, 0: words } of text.matchAll(pattern)) {
      const rest = text.slice(index + words.length);
      const [date] = readDates(rest, { year, issuedOn }).items;
      if (!date || date.start > 1 || date.kind === 'relative') continue;
      const read = readWindows(date.text, { year, issuedOn });
      return whole ? read : read.map((each) => ({ ...each, window: { ...each.window, from: fromOn, days: [] } }));
    }
  }
  return null;
}

const windowOf = ({ fromOn: from, toOn: to, days, precision, windowText: text }: Standing): Window => ({
  ...{ from, to, days: days.map((day) => CountyDate.parse(day)), text, precision, rule: null },
});

const unitsOf = ({ units }: Standing): CampaignUnit[] => units.map(({ name, role }) => ({ name, role }));
const roles: Readonly<Record<string, CampaignUnit['role']>> = { 牵头: 'lead', 主办: 'lead', 配合: 'support', 协办: 'support' };

/** Units as they now are; null where the sentence says nothing of them. */
function unitsIn(text: string, campaign: Standing): CampaignUnit[] | null {
  const now = unitsOf(campaign);
  const [added, gone, replaced] = [more.exec(text), less.exec(text), instead.exec(text)].map((match) => match?.groups ?? null);
  const names = added?.names ?? gone?.names ?? replaced?.names ?? replaced?.led;
  if (names === undefined) return null;
  const role = roles[(added ?? gone ?? replaced)?.role ?? (replaced?.verb === '牵头' ? '牵头' : '')] ?? 'responsible';
  const said = splitUnits(names.replace(/^为/, ''), role);
  if (said.length === 0 || !said.every(({ name }) => isOffice(name))) return null;
  const others = now.filter(({ name }) => !said.some((each) => each.name === name));
  if (added) return [...others, ...said];
  return gone ? others : [...others.filter((each) => each.role !== role), ...said];
}
