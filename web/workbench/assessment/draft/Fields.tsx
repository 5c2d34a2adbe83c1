import type { LooseClause } from '../../../../server/assessment/draft.ts';
import type { Json } from '../../../../server/assessment/json.ts';
import { beginningOf, choiceWord, type Field, fits, type Node } from '../../../../server/assessment/outline.ts';
import { wordOf } from '../../../../server/assessment/words.ts';
import type { Path } from './edit.ts';
import { Choice, Drop, Flag, Names, Row, Typed } from './Plain.tsx';

type FieldsProps = { fields: readonly Field[]; value: Json | undefined; at: Path; put: Put; without?: readonly string[] };

/** What must be written and what has been; the rest waits behind 加一项. A key that nobody knows is named, and can be taken out. */
export function Fields({ fields, value, at, put, without = [] }: FieldsProps) {
  const object = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as LooseClause) : {};
  const offered = fields.filter(({ key }) => !without.includes(key));
  const shown = offered.filter(({ key, required }) => required || key in object);
  const rest = offered.filter(({ key, required }) => !required && !(key in object));
  const strange = Object.keys(object).filter((key) => !without.includes(key) && !fields.some((field) => field.key === key));
  const add = (key: string) => {
    const field = rest.find((each) => each.key === key);
    if (field)
      put([...at, key], field.standard !== undefined && field.standard !== null ? field.standard : beginningOf(field.node));
  };
  return (
    <div className="fields">
      {shown.map((field) => (
        <NodeField key={field.key} field={field} value={object[field.key]} at={[...at, field.key]} put={put} />
      ))}
      {strange.map((key) => (
        <p className="row said" key={key}>
          ! 不认识“{key}”{' '}
          <button type="button" className="btn small" onClick={() => put([...at, key], undefined)}>
            去掉
          </button>
        </p>
      ))}
      {rest.length > 0 && (
        <select className="add" aria-label="加一项" value="" onChange={({ target }) => add(target.value)}>
          <option value="">＋ 加一项……</option>
          {rest.map(({ key }) => (
            <option key={key} value={key}>
              {wordOf(key)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

export type Put = (at: Path, next: Json | undefined) => void;
type Props = { field: Field; value: Json | undefined; at: Path; put: Put };

/** One field of a scheme, drawn by what it may hold; what does not fit is shown as typed until somebody mends it. */
function NodeField({ field, value, at, put }: Props) {
  const { key, node, required, hint } = field;
  const label = wordOf(key);
  const take = (next: Json | undefined) => put(at, next);
  const drop = required ? null : () => take(undefined);
  if (node.is === 'text' || node.is === 'number') return <Typed {...{ label, node, value, take, drop, hint }} />;
  if (node.is === 'flag') return <Flag {...{ label, value, take, drop, hint }} />;
  if (node.is === 'choice')
    return (
      <Row {...{ label, drop, hint }}>
        <Choice {...{ label, name: key, values: node.values, value, take }} />
      </Row>
    );
  if (node.is === 'list' && node.item.is !== 'object')
    return (
      <Row {...{ label, drop, hint }} group>
        <Names {...{ label, name: key, item: node.item, value, take }} />
      </Row>
    );
  return <Nested {...{ field, label, value, at, put, drop }} />;
}

type NestedProps = Props & { label: string; drop: (() => void) | null };
function Nested({ field, label, value, at, put, drop }: NestedProps) {
  return (
    <fieldset className="nest" title={field.hint}>
      <legend>
        {label} <Drop label={label} drop={drop} />
      </legend>
      <Inside name={field.key} node={field.node} value={value} at={at} put={put} />
    </fieldset>
  );
}

type InsideProps = { name: string; node: Node; value: Json | undefined; at: Path; put: Put };
function Inside({ name, node, value, at, put }: InsideProps) {
  if (node.is === 'object') return <Fields fields={node.fields} value={value} at={at} put={put} />;
  if (node.is === 'list' && node.item.is === 'object')
    return <Items name={name} item={node.item} value={value} at={at} put={put} />;
  if (node.is === 'either') return <Either name={name} options={node.options} value={value} at={at} put={put} />;
  const field: Field = { key: name, node, required: true, hint: '', standard: undefined };
  return node.is === 'nothing' || (node.is === 'choice' && node.values.length === 1) ? null : (
    <NodeField {...{ field, value, at, put }} />
  );
}

type ItemsProps = Omit<InsideProps, 'node'> & { item: Extract<Node, { is: 'object' }> };
function Items({ name, item, value, at, put }: ItemsProps) {
  const items = Array.isArray(value) ? (value as readonly Json[]) : [];
  return (
    <>
      <ol className="items">
        {items.map((each, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
          <li key={place}>
            <Fields fields={item.fields} value={each} at={[...at, place]} put={put} />
            <Drop label={`${wordOf(name)}第 ${place + 1} 项`} drop={() => put([...at, place], undefined)} />
          </li>
        ))}
      </ol>
      <button type="button" className="btn small" onClick={() => put(at, [...items, beginningOf(item)])}>
        ＋ 加一项{wordOf(name)}
      </button>
    </>
  );
}

type EitherProps = Omit<InsideProps, 'node'> & { options: readonly Node[] };
function Either({ name, options, value, at, put }: EitherProps) {
  const chosen = Math.max(
    0,
    options.findIndex((option) => fits(option, value)),
  );
  const node = options[chosen];
  const words = (option: Node) =>
    option.is === 'choice'
      ? choiceWord(name, option.values[0] ?? '')
      : ({ nothing: '没有', list: '逐个列出', object: '另外写明' }[option.is as string] ?? '写明');
  return (
    <>
      <select
        aria-label={`${wordOf(name)}的写法`}
        value={chosen}
        onChange={({ target }) => put(at, beginningOf(options[Number(target.value)] ?? { is: 'nothing' }))}
      >
        {options.map((option, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: ways of writing have no names
          <option key={place} value={place}>
            {words(option)}
          </option>
        ))}
      </select>
      {node && <Inside name={name} node={node} value={value} at={at} put={put} />}
    </>
  );
}
