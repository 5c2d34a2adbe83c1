import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { elements, type Value } from '../../../server/project/elements.ts';
import { type Standing, standings } from '../../../server/project/sheet.ts';
import { wordsOf } from '../../../server/project/words.ts';
import { api } from '../../ui/api.ts';
import { addressOf } from '../../ui/upload.ts';
import { ActionButton } from '../ActionButton.tsx';
import { ReasonBox } from '../identity/ReasonBox.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { again, type Row, type Shown } from './projects.ts';

const looks: Record<Standing, readonly [tone: string, mark: string]> = {
  missing: ['bad', '!'],
  pending: ['wait', '◔'],
  filled: ['good', '✓'],
  none: ['', '—'],
};

type Props = {
  row: Row;
  shown: Shown;
  edit: () => void;
  history: () => void;
  done: (words: string) => void;
};

/** One element as a calm row: what holds, what it rests on, and what waits. */
export function Element({ row, shown, edit, history, done }: Props) {
  const { label, ask } = elements[row.key];
  const [tone, mark] = looks[row.standing];
  const { inForce, pending, returned } = row;
  return (
    <>
      <div className="told">
        {inForce && <Words entry={inForce} files={shown.files} />}
        {!inForce && !pending && <p className="cap">{ask}</p>}
        {pending && <Pending row={row} shown={shown} done={done} />}
        {returned && (
          <p className="note">
            ! {returned.decidedByName}退回：{returned.reason}
          </p>
        )}
      </div>
      <p className="side">
        <span className={`tag ${tone}`}>
          {mark} {standings[row.standing]}
        </span>
        {row.standing !== 'pending' && pending && <span className="tag wait">◔ 有改动待确认</span>}
        {row.versions > 0 && (
          <button type="button" className="btn text small" aria-label={`${label}历次 ${row.versions}`} onClick={history}>
            历次 {row.versions}
          </button>
        )}
        {shown.may.fill === null && (
          <button type="button" className="btn small" aria-label={`${inForce || pending ? '改' : '填'}${label}`} onClick={edit}>
            {inForce || pending ? '改' : '填'}
          </button>
        )}
      </p>
    </>
  );
}

type Entry = NonNullable<Row['inForce']>;
/** A value in words, with source, day and file. */
export const Words = ({ entry, files }: { entry: Entry; files: Shown['files'] }) => (
  <>
    {wordsOf(entry.value as Value).map((line) => (
      <p key={line}>{line}</p>
    ))}
    <p className="cap">
      {entry.source}
      {entry.clause && ` ${entry.clause}`}，{entry.statedOn}；{entry.fromOn} 起{entry.toOn && `，到 ${entry.toOn}`}
      {files
        .filter(({ sha256 }) => sha256 === entry.file)
        .map(({ sha256, name }) => (
          <a key={sha256} href={addressOf(sha256)} target="_blank" rel="noreferrer">
            {' '}
            看文件 {name}
          </a>
        ))}
    </p>
  </>
);

function Pending({ row: { key, pending, may }, shown, done }: Pick<Props, 'row' | 'shown' | 'done'>) {
  const client = useQueryClient();
  const [returning, setReturning] = useState(false);
  const { label } = elements[key];
  const { id = '', version = 1 } = pending ?? {};
  const decide = useWrite<{ agree: boolean; reason: string }>(
    (given, once) => api['project-elements'][':id'].decisions.$post({ param: { id }, json: { version, ...given } }, once),
    () => {
      done(`${label}已办`);
      return client.invalidateQueries(again);
    },
  );
  const withdraw = useWrite<void>(
    (_, once) => api['project-elements'][':id'].withdrawal.$post({ param: { id }, json: { version } }, once),
    () => client.invalidateQueries(again),
  );
  if (!pending || !may) return null;
  return (
    <div className="waiting">
      <p className="cap">◔ {pending.enteredByName}填，等专班对着来源确认：</p>
      <Words entry={pending} files={shown.files} />
      <p className="choices">
        {may.withdraw === null ? (
          <ActionButton label="撤回" whyNot={null} busy={withdraw.isPending} onClick={() => withdraw.mutate()} />
        ) : (
          <ActionButton
            main
            label="对过来源，确认"
            aria-label={`对过来源，确认${label}`}
            whyNot={may.decide}
            busy={decide.isPending}
            onClick={() => decide.mutate({ agree: true, reason: '' })}
          />
        )}
        {may.decide === null && (
          <button type="button" className="btn" onClick={() => setReturning(true)}>
            退回，写理由
          </button>
        )}
      </p>
      {!returning && <Said error={decide.error ?? withdraw.error} />}
      {returning && (
        <ReasonBox
          title={`退回${label}`}
          note="理由填的人看得到。"
          act="退回"
          error={decide.error}
          busy={decide.isPending}
          send={(reason) => decide.mutate({ agree: false, reason })}
          close={() => setReturning(false)}
        />
      )}
    </div>
  );
}
