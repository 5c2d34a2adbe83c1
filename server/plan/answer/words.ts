import { splitProjects } from '../../notice/part/projects.ts';
import { separatedBy, splitOutside } from '../../notice/part/split.ts';
import { splitUnits } from '../../notice/part/units.ts';
import type { Campaign, Duty, Question, Reading } from '../../notice/reading.ts';
import { damagedRuns } from '../../notice/repair/damage.ts';
import { headOf } from '../../notice/table/columns.ts';
import { ofExtra } from '../../notice/table/row-questions.ts';
import { otherProject, toldApart } from '../doubts.ts';
import { type Answer, asksWindow } from '../settling.ts';
import { windowIn } from './days.ts';

/** What stands on the paper takes the place of the damaged run, in the plan and in its notice; a run that is left says so. */
export function answerDamage(
  reading: Reading,
  question: Question,
  { text = '' }: Answer,
  { asked }: { asked: Reading },
): Reading {
  const run = runOf(asked, question);
  if (run === null) return reading;
  const words = text.trim() || `${run}（原件损坏）`;
  const put = (given: string) => given.replaceAll(run, words);
  const orNull = (given: string | null) => given && put(given);
  return {
    ...reading,
    title: orNull(reading.title),
    issuer: orNull(reading.issuer),
    campaigns: reading.campaigns.map((campaign) => ({
      ...campaign,
      theme: put(campaign.theme),
      projects: campaign.projects.map(put),
      window: { ...campaign.window, text: put(campaign.window.text) },
      units: text.trim() ? campaign.units.map(({ name, role }) => ({ name: put(name), role })) : campaign.units,
    })),
    duties: reading.duties.map((duty) => ({
      ...duty,
      what: put(duty.what),
      sentence: put(duty.sentence),
      who: orNull(duty.who),
    })),
    lines: reading.lines.map((each) => (each.line === question.line ? { ...each, text: put(each.text) } : each)),
  };
}

/** The doubt quotes the line as it came; here it is found in the line as it was read. */
function runOf({ lines, questions }: Pick<Reading, 'lines' | 'questions'>, question: Question): string | null {
  const text = lines.find(({ line }) => line === question.line)?.text ?? '';
  const runs = [...new Set(damagedRuns(text).map(({ from, to }) => text.slice(from, to)))];
  const asked = questions.filter(({ kind, line }) => kind === 'damaged' && line === question.line);
  return runs[asked.findIndex(({ id }) => id === question.id)] ?? null;
}

const periods: Readonly<Record<string, Duty['per']>> = { 按月: 'month', 按季度: 'quarter', 按年: 'year' };

/** 按月, 按季度, 按年, or no duty at all. */
export function answerDuty(reading: Reading, { line, text }: Question, { choice }: Answer): Reading {
  const asked = (duty: Duty) => duty.line === line && duty.what === text;
  const duties = choice === '不作为职责' ? reading.duties.filter((duty) => !asked(duty)) : reading.duties;
  return { ...reading, duties: duties.map((duty) => (asked(duty) ? { ...duty, per: periods[choice] ?? duty.per } : duty)) };
}

/** What stands in a wrong place, is no unit, is missing, or is called like something else. */
export function answerStructure(reading: Reading, question: Question, answer: Answer): Reading {
  const change = (campaign: Campaign) => (campaign.line === question.line ? withCell(campaign, question, answer) : campaign);
  return { ...reading, campaigns: reading.campaigns.map(change) };
}

function withCell(campaign: Campaign, { text: cell, choices, why }: Question, { choice, text = '' }: Answer): Campaign {
  const { no, theme, projects, units } = campaign;
  const swap = (name: string, other: string) => (name === cell ? other : name);
  if (choice === otherProject) return { ...campaign, projects: projects.map((name) => swap(name, toldApart(name, theme))) };
  if (choice === '不是单位') return { ...campaign, units: units.filter(({ name }) => name !== cell) };
  if (choice === '照原件改正') return { ...campaign, theme: swap(theme, text), no: no === null ? no : swap(`${no}`, text) };
  if (choice === ofExtra.unit || choice === ofExtra.project) return withExtra(campaign, why, choice);
  const ends = asksWindow(choice) ? windowIn(text) : null;
  if (ends) return { ...campaign, window: { ...campaign.window, from: ends.from, to: ends.to, days: [], precision: 'day' } };
  const lacking = choices.includes('没有责任单位') ? '责任单位' : /^这一行少了(.+?)，其余各格/.exec(why)?.[1];
  return choice === '照原件补填' && lacking ? filled(campaign, lacking, text) : campaign;
}

/** A cell under no head, which the doubt quotes and the row keeps as a note, is one of its units or projects. */
function withExtra({ notes, ...campaign }: Campaign, why: string, choice: string): Campaign {
  const isMeant = ({ head, text }: Campaign['notes'][number]) => head === '' && why.includes(`“${text}”`);
  const texts = notes.filter(isMeant).map(({ text }) => text);
  const rest = { ...campaign, notes: notes.filter((note) => !isMeant(note)) };
  if (choice === ofExtra.project) return { ...rest, projects: [...rest.projects, ...texts.flatMap(splitProjects)] };
  return { ...rest, units: [...rest.units, ...texts.flatMap((text) => splitUnits(text))] };
}

/** What the paper says in a cell that got lost, put where its head says. */
function filled(campaign: Campaign, head: string, text: string): Campaign {
  const column = headOf(head)?.column;
  const { no, units } = campaign;
  if (column === 'lead' || column === 'support' || column === 'responsible') {
    const others = units.filter(({ role }) => role !== column); // what a row goes on with from the one above makes room
    return { ...campaign, units: [...others, ...splitUnits(text, column)] };
  }
  if (column === 'theme') return { ...campaign, theme: text.trim() };
  if (column === 'no') return { ...campaign, no: text.trim() || no };
  return { ...campaign, projects: namesIn(text) };
}
const namesIn = (text: string) => splitOutside(text, separatedBy('、，,；;')).flatMap((name) => name.trim() || []);
