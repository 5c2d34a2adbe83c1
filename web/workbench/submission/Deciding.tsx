import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Decision } from '../../../server/submission/may.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { ReasonBox } from '../identity/ReasonBox.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import type { Article } from './articles.ts';

const verbs = {
  take: { key: '1', label: '留用' },
  leave: {
    ...{ key: '2', label: '不用', title: '不用这一篇', act: '不用' },
    note: '单位会看到理由。报送照样计数，不算退回；交约稿的，约稿重新等交。',
  },
  return: {
    ...{ key: '3', label: '退回修改', title: '退回修改', act: '退回' },
    note: '单位会看到理由；改好、重新三审三校再报。报送暂不计数，重报以后才算；交约稿的，约稿重新等交。',
  },
} as const satisfies Record<Decision, object>;

type Given = { id: string; version: number; decision: Decision; reason: string };
type Props = { article: Article; decided: (article: Article, decision: Decision) => void };

/** 留用、不用、退回修改, by key or by hand. */
export function Deciding({ article, decided }: Props) {
  const client = useQueryClient();
  const [asked, setAsked] = useState<'leave' | 'return' | null>(null);
  const { id, version, may } = article;
  const write = useWrite<Given, Given>(
    async (given, once) => {
      const { id, ...json } = given;
      await api.articles[':id'].decisions.$post({ param: { id }, json }, once);
      return given;
    },
    ({ decision }) => {
      setAsked(null);
      decided(article, decision);
      return client.invalidateQueries({ queryKey: ['articles'] });
    },
  );
  const whyNot = { take: may.take, leave: may.leave, return: may.sendBack };
  const none = may.take !== null && may.take === may.leave && may.take === may.sendBack ? may.take : null;
  const decide = (decision: Decision, reason = '') => write.mutate({ id, version, decision, reason });
  const press = (decision: Decision) => {
    if (whyNot[decision] !== null || write.isPending) return;
    if (decision === 'take') decide('take');
    else setAsked(decision);
  };
  useDecisionKeys(press);
  const error = write.variables?.id === id ? write.error : null;
  if (none !== null) return <ActionButton label="留用、不用、退回修改" whyNot={none} />;
  return (
    <>
      {(Object.keys(verbs) as Decision[]).map((decision) => (
        <ActionButton
          key={decision}
          main={decision === 'take'}
          label={verbs[decision].label}
          title={`按 ${verbs[decision].key} 键也可以`}
          aria-keyshortcuts={verbs[decision].key}
          whyNot={whyNot[decision]}
          busy={write.isPending && write.variables.decision === decision}
          onClick={() => press(decision)}
        />
      ))}
      {asked === null && <Said error={error} />}
      {asked !== null && (
        <ReasonBox
          {...verbs[asked]}
          error={error}
          busy={write.isPending}
          send={(reason) => decide(asked, reason)}
          close={() => setAsked(null)}
        />
      )}
    </>
  );
}

const pause = 800; // the next one opens by itself: a key struck twice must not decide what nobody has seen

function useDecisionKeys(press: (decision: Decision) => void) {
  const last = useRef(Number.NEGATIVE_INFINITY);
  const pressed = useRef(press);
  useEffect(() => {
    pressed.current = press;
  });
  useEffect(() => {
    const strike = (event: KeyboardEvent) => {
      const { key, target, repeat, timeStamp, ctrlKey, altKey, metaKey } = event;
      const decision = (Object.keys(verbs) as Decision[]).find((each) => verbs[each].key === key);
      if (!decision || repeat || ctrlKey || altKey || metaKey || document.querySelector('dialog[open]')) return;
      if (target instanceof HTMLElement && target.matches('input, textarea, select')) return;
      event.preventDefault(); // or the figure would stand in the reason's field
      const soon = timeStamp - last.current < pause;
      last.current = timeStamp;
      if (!soon) pressed.current(decision);
    };
    addEventListener('keydown', strike);
    return () => removeEventListener('keydown', strike);
  }, []);
}
