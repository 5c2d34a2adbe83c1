import { z } from 'zod';
import { factKinds } from '../fact/fact.ts';
import { clauseKinds } from './clauses/clauses.ts';
import type { Json } from './json.ts';
import { Scheme } from './scheme.ts';
import { keysOf } from './shapes.ts';
import { keyWords } from './words.ts';

/** How a scheme is built, told by its own shape: what a form, a spreadsheet and a person need to know of each field. */
export type Node =
  | { is: 'text'; pattern: string | null }
  | { is: 'number' }
  | { is: 'flag' }
  | { is: 'nothing' }
  | { is: 'choice'; values: readonly string[] }
  | { is: 'list'; item: Node }
  | { is: 'object'; fields: readonly Field[] }
  | { is: 'either'; options: readonly Node[] };
export type Field = { key: string; node: Node; required: boolean; hint: string; standard: Json | undefined };

type Schema = {
  $ref?: string;
  type?: string;
  enum?: string[];
  const?: string;
  pattern?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  description?: string;
  default?: Json;
};
type Root = Schema & { $defs?: Record<string, Schema> };

const root = z.toJSONSchema(Scheme, { io: 'input' }) as Root;
const resolved = (schema: Schema): Schema => {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : { ...root.$defs?.[name], ...schema };
};

/** What a choice is called, by its key and itself; read from the words that the shape is described in. */
const choices = new Map([
  ['of all', '其余全部'],
  ['rate adoptionRate', '采用率'],
  ['afterTies skip', '空出名次'],
  ['countBy facts', '条数'],
]);
const wordsIn = (hint: string) =>
  [...hint.matchAll(/(?<![A-Za-z])([a-z][A-Za-z]+) ([^、；，：。]+)/g)].map(
    ([, value = '', word = '']) => [value, word] as const,
  );

const known = new Map<Schema, Node>();
function nodeOf(given: Schema): Node {
  const found = known.get(given);
  if (found) return found;
  const schema = resolved(given);
  const node = built(schema);
  known.set(given, node);
  return node;
}

function built(schema: Schema): Node {
  const { type, enum: values, const: only, pattern = null, items = {}, properties = {}, required = [] } = schema;
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return { is: 'either', options: options.map(nodeOf) };
  if (values ?? only) return { is: 'choice', values: values ?? [only ?? ''] };
  if (type === 'array') return { is: 'list', item: nodeOf(items) };
  if (type === 'object') return { is: 'object', fields: fieldsOf(properties, required) };
  if (type === 'integer' || type === 'number') return { is: 'number' };
  if (type === 'null') return { is: 'nothing' };
  return type === 'boolean' ? { is: 'flag' } : { is: 'text', pattern };
}

const fieldsOf = (properties: Record<string, Schema>, required: readonly string[]): Field[] =>
  Object.entries(properties).map(([key, schema]) => {
    const { description: hint = '', default: standard } = resolved(schema);
    for (const [value, word] of wordsIn(hint)) choices.set(`${key} ${value}`, word);
    return { key, node: nodeOf(schema), required: required.includes(key), hint, standard };
  });

/** The fields of the head, without the clauses. */
export const headFields: readonly Field[] = fieldsOf(root.properties ?? {}, root.required ?? []).filter(
  ({ key }) => key !== 'clauses' && key !== '$schema',
);

const clauseSchemas = (root.properties?.clauses?.items?.oneOf ?? []).map(resolved);
export type Kind = keyof typeof clauseKinds;
const byKind = new Map(
  clauseSchemas.map(
    ({ properties = {}, required = [] }) => [properties.kind?.const ?? '', fieldsOf(properties, required)] as const,
  ),
);
/** The fields of a clause of this kind, in the order of its shape; none of a kind that is not known. */
export const fieldsOfKind = (kind: unknown): readonly Field[] => byKind.get(String(kind)) ?? [];
export const kinds = keysOf(clauseKinds);

/** 'tier', 'municipal' → 市级. */
export const choiceWord = (key: string, value: string): string =>
  (key === 'kind' ? clauseKinds[value as Kind] : choices.get(`${key} ${value}`)) ?? named[value] ?? value;

/** Values that are facts or fields themselves go by those names. */
const named: Record<string, string | undefined> = { ...keyWords, ...factKinds };

/** The least that a field of this node can begin with. */
export function beginningOf(node: Node): Json {
  switch (node.is) {
    case 'text':
      return '';
    case 'number':
      return 1;
    case 'flag':
      return true;
    case 'nothing':
      return null;
    case 'choice':
      return node.values[0] ?? '';
    case 'list':
      return node.item.is === 'object' ? [beginningOf(node.item)] : [];
    case 'object':
      return beginningWith(node.fields);
    case 'either':
      return beginningOf(node.options[0] ?? { is: 'nothing' });
  }
}

export const beginningWith = (fields: readonly Field[]): { [key: string]: Json } =>
  Object.fromEntries(fields.filter(({ required }) => required).map(({ key, node }) => [key, beginningOf(node)]));

/** Does the value have this node's outer form? Told without looking inside. */
export function fits(node: Node, value: Json | undefined): boolean {
  if (value === null) return node.is === 'nothing';
  if (Array.isArray(value)) return node.is === 'list';
  if (node.is === 'choice') return typeof value === 'string' && node.values.includes(value);
  const forms: Partial<Record<Node['is'], string>> = { text: 'string', number: 'number', flag: 'boolean', object: 'object' };
  return forms[node.is] === typeof value;
}

/** A clause to begin with: of a kind, with what that kind must have. */
export const newClause = (kind: Kind, no: string) => ({ ...beginningWith(fieldsOfKind(kind)), no, title: '', kind });

/** The same without what holds anyway when nothing is written: shorter to read, and read as the same scheme. */
export function withoutStandards(fields: readonly Field[], value: { readonly [key: string]: Json }): { [key: string]: Json } {
  const kept = Object.entries(value).flatMap(([key, each]): [string, Json][] => {
    const field = fields.find((one) => one.key === key);
    if (field === undefined) return [[key, each]];
    const same = field.standard !== undefined && JSON.stringify(each) === JSON.stringify(field.standard);
    return same && !field.required ? [] : [[key, plainer(field.node, each)]];
  });
  return Object.fromEntries(kept);
}

function plainer(node: Node, value: Json): Json {
  if (node.is === 'list' && Array.isArray(value)) return (value as readonly Json[]).map((each) => plainer(node.item, each));
  if (node.is === 'either') return plainer(node.options.find((option) => fits(option, value)) ?? { is: 'nothing' }, value);
  if (node.is !== 'object' || typeof value !== 'object' || value === null) return value;
  return withoutStandards(node.fields, value as { readonly [key: string]: Json });
}
