import type postgres from 'postgres';
import type { Db } from './context.ts';
import type { CountyDate } from './dates.ts';
import type { Id } from './ids.ts';

/** The OID of a PostgreSQL type, and what a value of it is here. */
type Column<T> = number & { readonly value?: T };
type Shape = Record<string, Column<unknown>>;
export type RowOf<S extends Shape> = { [Name in keyof S]: S[Name] extends Column<infer T> ? T : never };

export const id = <Of extends string>() => 2950 as Column<Id<Of>>;
export const text = <T extends string = string>() => 25 as Column<T>;
export const texts = <T extends string = string>() => 1009 as Column<readonly T[]>;
export const int = () => 23 as Column<number>; // bigint and numeric are missing on purpose: cast a count to int
export const flag = () => 16 as Column<boolean>;
export const day = () => 1082 as Column<CountyDate>;
export const at = () => 1184 as Column<Date>;
export const bytes = () => 17 as Column<Buffer>;
export const json = <T extends object>() => 3802 as Column<T>;
export const orNull = <T>(column: Column<T>) => column as Column<T | null>;

const compared = new WeakSet<TemplateStringsArray>();

/** SQL is not type-checked, so PostgreSQL is asked: names and types are compared when a statement is first executed. */
export function rows<S extends Shape>(db: Db, shape: S) {
  return async (statement: TemplateStringsArray, ...values: postgres.ParameterOrFragment<string>[]): Promise<RowOf<S>[]> => {
    const found = await db<RowOf<S>[]>(statement, ...values);
    if (compared.has(statement)) return found;
    const declared = Object.keys(shape).map((name) => `${name} ${shape[name]}`);
    const reported = found.columns.map(({ name, type }) => `${name} ${type}`);
    if (declared.sort().join() !== reported.sort().join()) throw new TypeError(`declared ${declared}, found ${reported}`);
    compared.add(statement);
    return found;
  };
}
