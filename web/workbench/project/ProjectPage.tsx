import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { projectRanks } from '../../../server/plan/plan.ts';
import { type ElementKey, elementKeys, elements } from '../../../server/project/elements.ts';
import { completenessWords } from '../../../server/project/sheet.ts';
import '../adoption/adoption.css';
import { Export } from '../Export.tsx';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { whoIAm } from '../whoIAm.ts';
import { Editor } from './Editor.tsx';
import { Element } from './Element.tsx';
import { History } from './History.tsx';
import { Members } from './Members.tsx';
import './project.css';
import { oneProject, type Shown } from './projects.ts';
import { Reports } from './report/Reports.tsx';

const element = z
  .enum(elementKeys as [ElementKey, ...ElementKey[]])
  .optional()
  .catch(undefined);
const words = z
  .string()
  .regex(/^\d{4}-\d\d$/)
  .optional()
  .catch(undefined);
export const projectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects/$projectId',
  validateSearch: z.object({ edit: element, history: element, month: words, on: z.iso.date().optional().catch(undefined) }),
  component: ProjectPage,
});

function ProjectPage() {
  const { projectId } = projectRoute.useParams();
  const { on, month } = projectRoute.useSearch();
  const navigate = projectRoute.useNavigate();
  const [said, setSaid] = useState<string | null>(null);
  const { data: shown, error } = useQuery(oneProject(projectId, on));
  const { data: me } = useQuery(whoIAm);
  if (!shown || !me) return <Waiting error={error} />;
  const { project, completeness, may } = shown;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{project.name}</h1>
          <p role="status">{said ? `✓ ${said}` : `事实卡 ${completenessWords(completeness)}`}</p>
          <p className="cap">
            {project.rank
              ? `${projectRanks[project.rank]}${project.rank === 'provincial' ? '（重点宣传）' : '（全面宣传）'}`
              : '级别待定'}
            {project.theme && `　${project.theme}`}
            {may.fill && `　${may.fill}`}
          </p>
        </div>
        <div className="acts">
          <Link className="btn" to="/projects">
            回项目列表
          </Link>
        </div>
      </div>
      <div className="facts">
        <div className="fact-column">
          <Sheet shown={shown} today={me.day} done={setSaid} />
          <Reports
            project={projectId}
            month={month}
            write={(month) => void navigate({ search: (before) => ({ ...before, month }), replace: true, resetScroll: false })}
            done={setSaid}
          />
        </div>
        <div className="stack">
          <Members shown={shown} today={me.day} />
        </div>
      </div>
    </main>
  );
}

function Sheet({ shown, today, done }: { shown: Shown; today: string; done: (words: string) => void }) {
  const { edit, history, on } = projectRoute.useSearch();
  const navigate = projectRoute.useNavigate();
  const go = (part: { edit?: ElementKey | undefined; history?: ElementKey | undefined; on?: string | undefined }) =>
    navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  const opened = shown.sheet.find(({ key }) => key === history);
  const finish = (words: string) => {
    done(words);
    void go({ edit: undefined });
  };
  return (
    <section className="card" aria-label="事实卡">
      <header>
        <h2>事实卡</h2>
        <label className="asof">
          看哪天的
          <input type="date" value={on ?? today} onChange={({ target }) => go({ on: target.value || undefined })} />
        </label>
        <Export to={`/api/projects/${shown.project.id}/sheet.xlsx`} />
      </header>
      {shown.on !== today && <p className="note inside">◔ 这是 {shown.on} 那天的卡，不是今天的。</p>}
      <dl className="fact-sheet">
        {shown.sheet.map((row) => (
          <div key={row.key} id={row.key} className={row.standing === 'missing' ? 'lacks' : undefined}>
            <dt>{elements[row.key].label}</dt>
            <dd className={edit === row.key && shown.may.fill === null ? 'open' : undefined}>
              {edit === row.key && shown.may.fill === null ? (
                <Editor
                  key={row.seen}
                  project={shown.project.id}
                  row={row}
                  today={today}
                  close={() => go({ edit: undefined })}
                  done={finish}
                />
              ) : (
                <Element
                  row={row}
                  shown={shown}
                  edit={() => go({ edit: row.key })}
                  history={() => go({ history: row.key })}
                  done={done}
                />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {opened && <History row={opened} files={shown.files} close={() => go({ history: undefined })} />}
    </section>
  );
}
