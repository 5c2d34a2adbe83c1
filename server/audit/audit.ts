import { at, id, int, type RowOf, text } from '../kernel/rows.ts';

/** One act: who did what to which thing, and which version of it that left. `what` is `thing.verb`. */
export type Entry = RowOf<typeof entryRow>;
export const entryRow = {
  id: id<'auditEntry'>(),
  at: at(),
  personId: id<'person'>(),
  requestId: id<'request'>(),
  what: text(),
  subjectId: id<string>(),
  version: int(),
  reason: text(),
};

/** Before the first entry of a county. */
export const noHead = '0'.repeat(64);

/** The words that are digested: every field, in one order, so that a changed entry never keeps its digest. */
export const canonical = (county: number, no: number, { id, at, personId, requestId, what, subjectId, version, reason }: Entry) =>
  JSON.stringify([county, no, id, at.toISOString(), personId, requestId, what, subjectId, version, reason]);
