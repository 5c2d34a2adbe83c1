import type { Json } from '../../../../server/assessment/json.ts';
import { choiceWord, type Node } from '../../../../server/assessment/outline.ts';
import { PickMany } from './PickMany.tsx';

type RowProps = { label: string; drop: (() => void) | null; hint: string; group?: boolean; children: React.ReactNode };
export function Row({ label, drop, hint, group = false, children }: RowProps) {
  const Outer = group ? 'fieldset' : 'div';
  const Name = group ? 'legend' : 'span';
  return (
    <Outer className="row" title={hint}>
      <Name className="key">{label}</Name>
      {children}
      <Drop label={label} drop={drop} />
    </Outer>
  );
}

export const Drop = ({ label, drop }: { label: string; drop: (() => void) | null }) =>
  drop && (
    <button type="button" className="btn text small" aria-label={`去掉“${label}”`} onClick={drop}>
      ✕
    </button>
  );

type Simple = { label: string; value: Json | undefined; take: (next: Json) => void };
export function Typed({
  label,
  node,
  value,
  take,
  drop,
  hint,
}: Simple & { node: Node; drop: (() => void) | null; hint: string }) {
  const text = typeof value === 'object' ? '' : String(value ?? '');
  const typed = (words: string) => take(node.is === 'number' && /^-?\d+$/.test(words) ? Number(words) : words);
  const long = label === '出处' || label === '名称';
  return (
    <Row {...{ label, drop, hint }}>
      <input
        aria-label={label}
        className={long ? 'long' : 'short'}
        inputMode={node.is === 'number' ? 'numeric' : undefined}
        value={text}
        onChange={({ target }) => typed(target.value)}
      />
    </Row>
  );
}

export const Flag = ({ label, value, take, drop, hint }: Simple & { drop: (() => void) | null; hint: string }) => (
  <div className="row" title={hint}>
    <label>
      <input type="checkbox" checked={value === true} onChange={({ target }) => take(target.checked)} /> {label}
    </label>
    <Drop label={label} drop={drop} />
  </div>
);

type ChoiceProps = Simple & { name: string; values: readonly string[] };
export const Choice = ({ label, name, values, value, take }: ChoiceProps) => (
  <select aria-label={label} value={typeof value === 'string' ? value : ''} onChange={({ target }) => take(target.value)}>
    {!values.includes(value as string) && <option value={String(value ?? '')}>{`（${String(value ?? '请选')}）`}</option>}
    {values.map((each) => (
      <option key={each} value={each}>
        {choiceWord(name, each)}
      </option>
    ))}
  </select>
);

type NamesProps = Simple & { name: string; item: Node };
export function Names({ label, name, item, value, take }: NamesProps) {
  const chosen = Array.isArray(value) ? (value as readonly Json[]).map(String) : [];
  if (item.is !== 'choice') return <PickMany label={label} name={name} values={chosen} set={take} />;
  const toggle = (each: string, on: boolean) => take(item.values.filter((one) => (one === each ? on : chosen.includes(one))));
  return (
    <span className="opt">
      {item.values.map((each) => (
        <label key={each}>
          <input type="checkbox" checked={chosen.includes(each)} onChange={({ target }) => toggle(each, target.checked)} />
          {choiceWord(name, each)}
        </label>
      ))}
    </span>
  );
}
