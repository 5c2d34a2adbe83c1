import type { DraftBody } from './draft.ts';
import type { Json } from './json.ts';
import { addMonths, firstDay, type Month } from './months.ts';
import { fieldsOfKind, headFields, withoutStandards } from './outline.ts';
import { beginsCountOnly, type Policy } from './policies.ts';
import type { Scheme } from './scheme.ts';

/** What a draft begins from: nothing, the version in force, one of the ready schemes. */
type Start = { month: Month; groups: readonly string[]; policies: readonly Pick<Policy, 'fromOn' | 'touches'>[] };

/** Nothing but what every scheme has: the groups of the county's units, and that nobody falls below nothing. */
export function emptyBody({ month, groups, policies }: Start): DraftBody {
  return {
    id: `细则-${month}`,
    name: '',
    mode: modeIn(month, policies),
    from: firstDay(month),
    to: null,
    groups: groups.map((name) => ({ name, ranked: name === '县直' })),
    clauses: [{ no: '附则', title: '扣完为止', kind: 'limit', of: 'all', per: 'month', atLeast: '0.00' }],
  };
}

/** The next version of one in force: another number, from a later month, without an end. */
export const nextBody = (scheme: Scheme, month: Month): DraftBody =>
  asBody({
    ...scheme,
    id: nextCode(scheme.id),
    from: firstDay(month > scheme.from.slice(0, 7) ? month : addMonths(month, 1)),
    to: null,
  });

/** A ready scheme for this county: from the month on, and with the groups that its units have and the pattern has not. */
export function readyBody(ready: DraftBody, { month, groups, policies }: Start): DraftBody {
  const own = Array.isArray(ready.groups) ? (ready.groups as readonly { readonly [key: string]: Json }[]) : [];
  const missing = groups.filter((name) => !own.some((group) => group.name === name));
  const mode = modeIn(month, policies) === 'countOnly' ? 'countOnly' : (ready.mode ?? 'score');
  return {
    ...ready,
    mode,
    from: firstDay(month),
    to: null,
    groups: [...own, ...missing.map((name) => ({ name, ranked: false }))],
  };
}

const modeIn = (month: Month, policies: Start['policies']) => (beginsCountOnly(month, policies) ? 'countOnly' : 'score');

/** '示例细则-1' → '示例细则-2', '细则' → '细则-2'. */
export const nextCode = (code: string) =>
  /\d+$/.test(code) ? code.replace(/\d+$/, (number) => String(Number(number) + 1)) : `${code}-2`;

/** A scheme as one would have typed it. */
export function asBody(scheme: Scheme): DraftBody {
  const { clauses, ...head } = JSON.parse(JSON.stringify(scheme)) as DraftBody;
  return {
    ...withoutStandards(headFields, head),
    clauses: clauses.map((clause) => withoutStandards(fieldsOfKind(clause.kind), clause)),
  };
}
