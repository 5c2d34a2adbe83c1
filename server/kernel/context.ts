import type { CountyDate } from './dates.ts';
import type { Id } from './ids.ts';
import type { Pool } from './pool.ts';
import type { Refusal } from './refusal.ts';

/** What SQL is written on: one open transaction in one county. */
export type Db = Pool;

export type Actor = {
  id: Id<'person'>;
  name: string;
  unitId: Id<'unit'> | null; // the three administrators belong to no unit
  roles: readonly string[];
  resting?: Refusal | null; // why he may only look: his unit is closed, or does not exist yet
};

export type Context = {
  db: Db;
  county: number;
  actor: Actor;
  onlyUnit: Id<'unit'> | null; // whose things may be seen; null: the whole county's
  day: CountyDate; // the county's today
  now: Date; // real time, for `…At` columns and ids
  requestId: Id<'request'>;
};
