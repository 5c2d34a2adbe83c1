import type { WholeFact } from '../fact/queries.ts';
import { givenLater, receiptOf } from '../fact/receipt.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import { sha256 } from '../kernel/digest.ts';
import { addDays } from './months.ts';
import type { Scheme } from './scheme.ts';

/** An act as the audit tells it: who, when, in which words. */
type Act = { personId: string; at: Date; reason: string };
/** The same as a row has it. */
type Stamp = { by: string; at: Date };

const time = (at: Date) => at.toISOString();

/** Whether a row still names who did it and when, as the audit does. */
function stampDifference(told: Stamp, row: Stamp): string | undefined {
  if (told.by !== row.by) return `经办人审计里是 ${told.by}，现在是 ${row.by}`;
  return time(told.at) === time(row.at) ? undefined : `时间审计里是 ${time(told.at)}，现在是 ${time(row.at)}`;
}

/** A fact's row against its receipt in the audit. */
export function factDifference(county: number, fact: WholeFact): string | undefined {
  const { id, told, toldBy, toldAt, sourceId, recordedBy, recordedAt } = fact;
  if (told === null || toldBy === null || toldAt === null) return `事实 ${id} 没有记入审计：它不是由系统记下的`;
  const [receipt, source, later] = told.split(' ');
  if (receipt !== receiptOf(county, fact)) return `事实 ${id} 与发出的回执 ${receipt} 不符：记下以后被改动过`;
  if (source !== sourceId) return `事实 ${id} 的来源审计里是 ${source}，现在改指 ${sourceId}`;
  if (later === givenLater) return undefined;
  const difference = stampDifference({ by: toldBy, at: toldAt }, { by: recordedBy, at: recordedAt });
  return difference && `事实 ${id} 的${difference}`;
}

type Locked = { month: string; lockedBy: string; lockedAt: Date; lockedOn?: string };
/** A frozen month, or a closed period, against the act of locking. */
export function lockDifference(acts: readonly Act[], { month, lockedBy, lockedAt, lockedOn }: Locked): string | undefined {
  const act = acts.find(({ reason }) => reason.startsWith(`${month} `));
  const on = act?.reason.split(' ')[2];
  if (on !== undefined && lockedOn !== undefined && on !== lockedOn)
    return `${month}：锁定的日子审计里是 ${on}，现在是 ${lockedOn}`;
  const difference = act && stampDifference({ by: act.personId, at: act.at }, { by: lockedBy, at: lockedAt });
  return difference && `${month}：锁定的${difference}`;
}

type Ground = { proposedBy: string | null; basis: string; paper: string | null };
const digestOf = ({ body, proposedBy, basis, paper }: Ground & { body: object }) =>
  sha256(canonicalJson({ body, proposedBy, basis, paper }));

/** What the audit says when a version is adopted. */
export const adoptionReason = (scheme: Scheme, ground: Ground) =>
  `${scheme.id}，${scheme.from} 起，摘要 ${digestOf({ ...ground, body: scheme })}`;

type Adopted = { id: string; code: string; name: string; body: object; fromOn: string; toOn: string | null } & Ground & {
    adoptedBy: string;
    adoptedAt: Date;
  };
type Body = { id?: string; name?: string; from?: string; to?: string | null };

/** Every version against the act of adopting it; each ends where its own text says, or on the day before the next begins. */
export function adoptionDifference(acts: readonly (Act & { subjectId: string })[], kept: readonly Adopted[]): string | undefined {
  for (const [place, version] of kept.entries()) {
    const act = acts.find(({ subjectId }) => subjectId === version.id);
    const difference = act === undefined ? '没有采用的记录' : versionDifference(act, version, kept[place + 1]?.fromOn);
    if (difference !== undefined) return `细则“${version.name}”（${version.code}）${difference}`;
  }
  const lost = acts.find(({ subjectId }) => !kept.some(({ id }) => id === subjectId));
  return lost && `采用过的细则没有了：${lost.reason}`;
}

function versionDifference(act: Act, version: Adopted, next: string | undefined): string | undefined {
  const { code, name, fromOn, toOn, adoptedBy, adoptedAt } = version;
  const body = version.body as Body;
  const digest = act.reason.split('摘要 ')[1]; // what was adopted by an earlier edition of the program has none
  if (digest !== undefined && digest !== digestOf(version)) return '被改动过：内容与采用时记的摘要不同';
  if (code !== body.id || name !== body.name || fromOn !== body.from) return '被改动过：编号、名称或施行日期与它的内容不同';
  const own = body.to ?? null;
  const end = next !== undefined && (own === null || own >= next) ? addDays(next, -1) : own;
  if (toOn !== end) return `的最后一天应是 ${end}，现在是 ${toOn}`;
  const difference = stampDifference({ by: act.personId, at: act.at }, { by: adoptedBy, at: adoptedAt });
  return difference && `采用的${difference}`;
}
