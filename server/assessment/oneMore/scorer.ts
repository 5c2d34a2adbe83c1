import { refuse } from '../../kernel/refusal.ts';
import { Book, type Ready, ready } from '../book.ts';
import type { Clause } from '../clauses/clauses.ts';
import type { MonthExport } from '../export.ts';
import { type LedgerFact, ledgerOf, standingAt } from '../ledger.ts';
import type { Month } from '../months.ts';
import { refusals } from '../refusals.ts';
import { unitsOf } from '../roster.ts';
import { covers } from '../scheme.ts';
import { accountsOf, type Row } from '../scoring.ts';
import { workdaysOf } from '../workdays.ts';

type Given = Pick<MonthExport, 'schemes' | 'units' | 'calendar' | 'facts' | 'month'>;

/** Where a unit's lines hang on what the others have. */
const looksAtOthers = (clause: Clause) =>
  clause.kind === 'placement' || (clause.kind === 'rescale' && (clause.full === 'best' || clause.full === 'average'));

/**
 * The month's rows with one more fact of one unit: what `score` gives for them, without lines that correct earlier months. What
 * the fact cannot change is worked out once: the other units' lines, unless a clause makes units look at each other.
 */
export function scorerOf({ schemes, units, calendar, facts, month }: Given, own: string): (fact: LedgerFact) => Row[] {
  const [roster, workdays] = [unitsOf(units), workdaysOf(calendar)];
  const versions = schemes.map((scheme) => ready(scheme, workdays));
  const known = new Map<Month, Ready | undefined>();
  const schemeOf = (at: Month) => {
    if (!known.has(at))
      known.set(
        at,
        versions.find(({ scheme }) => covers(scheme, at)),
      );
    return known.get(at);
  };
  const { scheme } = schemeOf(month) ?? refuse(refusals.noneAdopted(month));
  const standing = standingAt(ledgerOf(facts), month);
  const apart = !schemes.some(({ clauses }) => clauses.some(looksAtOthers));
  const before = new Book(roster, standing, schemeOf);
  if (apart) for (const unit of roster.keys()) before.entriesOf(unit, month);
  return ({ id, unit, kind, day, attributes }) => {
    const added = { at: facts.length, id, unit, kind, day, month, attributes };
    const book = new Book(roster, [...standing, added], schemeOf);
    if (apart)
      for (const [at, accounts] of before.accounts)
        book.accounts.set(at, new Map([...accounts].filter(([unit]) => unit !== own)));
    return accountsOf(scheme, roster, month, book, () => []);
  };
}
