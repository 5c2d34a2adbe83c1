import { useQuery } from '@tanstack/react-query';
import { Refused } from '../../../server/kernel/refusal.ts';
import { api } from '../../ui/api.ts';
import { Said } from '../Said.tsx';

const often = 300; // ms
const codeOf = (error: Error) => (error instanceof Refused ? error.refusal.code : null);

/** A notice on its way: a large file takes seconds, and tells how far it has come; or why it could not be read. */
type Props = { watch: string; error: Error | null; restart: () => void; byMachine: () => void };
export function ReadingNow({ watch, error, restart, byMachine }: Props) {
  const { data } = useQuery({
    queryKey: ['reading progress', watch],
    queryFn: async () => (await api.readings[':watch'].$get({ param: { watch } })).json(),
    enabled: error === null,
    refetchInterval: often,
  });
  const progress = data?.progress ?? null;
  if (error)
    return (
      <main className="page">
        <Said error={error} />
        <button className="btn" type="button" onClick={restart}>
          换一份来文
        </button>{' '}
        {codeOf(error) === 'notice.scanOffer' && (
          <button className="btn" type="button" onClick={byMachine}>
            用机器识别文字
          </button>
        )}
      </main>
    );
  return (
    <main className="page">
      <p role="status">正在读通知……{progress?.step}</p>
      {progress && (
        <p>
          <progress aria-label={progress.step} max={progress.total || 1} value={progress.done} />{' '}
          {Math.floor((100 * progress.done) / (progress.total || 1))}%
        </p>
      )}
    </main>
  );
}
