import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { money } from '../../../../server/project/elements.ts';
import { reportStates } from '../../../../server/project/report.ts';
import { api } from '../../../ui/api.ts';
import { addressOf } from '../../../ui/upload.ts';
import { ActionButton } from '../../ActionButton.tsx';
import { ReasonBox } from '../../identity/ReasonBox.tsx';
import { Said } from '../../Said.tsx';
import { useWrite } from '../../useWrite.ts';
import { again } from '../projects.ts';
import { PaceTag } from './PaceTag.tsx';
import { ReportForm } from './ReportForm.tsx';
import { type Month, monthWords, type Report, type Reported, reportsOf } from './reports.ts';
import { StandingTag } from './StandingTag.tsx';

type Props = {
  project: string;
  month: string | undefined;
  write: (month: string | undefined) => void;
  done: (words: string) => void;
};

/** 月报 of a project: the latest month on top, each with what it says and what became of it. */
export function Reports({ project, month, write, done }: Props) {
  const { data, error } = useQuery(reportsOf(project));
  return (
    <section className="card" id="reports" aria-label="月报">
      <header>
        <h2>月报：钱、进度、成效</h2>
        {data?.may.report && <span className="cap">{data.may.report}</span>}
      </header>
      <Said error={error} />
      {data?.months.length === 0 && <p className="empty">还没有过完的月份要报。</p>}
      {data?.months.map((each) => (
        <article className="inside month" key={each.month} aria-label={`${monthWords(each.month)}月报`}>
          <h3>
            {monthWords(each.month)} <StandingTag standing={each.standing} late={each.late} />{' '}
            {each.pace && <PaceTag pace={each.pace} />}
          </h3>
          {month === each.month && data.may.report === null ? (
            <ReportForm
              key={each.seen}
              project={project}
              month={each}
              last={lastOf(data, each.month)}
              close={() => write(undefined)}
              done={(words) => {
                done(words);
                write(undefined);
              }}
            />
          ) : (
            <OneMonth each={each} data={data} write={() => write(each.month)} done={done} />
          )}
        </article>
      ))}
    </section>
  );
}

/** What was reported last, to begin with. */
const lastOf = ({ months }: Reported, month: string): Report | null =>
  months.find((other) => other.month <= month && other.report)?.report ?? null;

type OneProps = { each: Month; data: Reported; write: () => void; done: (words: string) => void };
function OneMonth({ each, data, write, done }: OneProps) {
  const { report, dueOn, month } = each;
  const label = report ? '再报一版' : '报这个月';
  return (
    <>
      {report ? <Told report={report} each={each} data={data} /> : <p className="cap">{dueOn} 前报。</p>}
      {report?.state === 'returned' && (
        <p className="note">
          ! {report.decidedByName}退回：{report.reason}
        </p>
      )}
      {report?.state === 'sent' && <Deciding report={report} whyNot={each.whyNotDecide} done={done} />}
      <p className="choices">
        {data.may.report === null && (
          <button type="button" className="btn small" aria-label={`${monthWords(month)}${label}`} onClick={write}>
            {label}
          </button>
        )}
      </p>
      {each.versions.length > 1 && <Versions versions={each.versions} />}
    </>
  );
}

function Told({ report, each, data }: { report: Report; each: Month; data: Reported }) {
  const files = data.files.filter(({ sha256 }) => report.evidence.includes(sha256));
  return (
    <>
      <p>{report.result}</p>
      <p>
        全年 {report.planned} {report.measure}，已办 {report.done} {report.measure}。{each.words}
      </p>
      <p>
        计划 {money(report.moneyPlanned)}，到位 {money(report.moneyArrived)}，已付 {money(report.moneySpent)}
      </p>
      {each.doubts.map((doubt) => (
        <p className="note" key={doubt}>
          ! {doubt}
        </p>
      ))}
      <p className="cap">
        {report.unitName} {report.sentByName} {report.sentOn} 报，期限 {report.dueOn}
        {files.map(({ sha256, name }) => (
          <a key={sha256} href={addressOf(sha256)} target="_blank" rel="noreferrer">
            {' '}
            看佐证 {name}
          </a>
        ))}
      </p>
    </>
  );
}

const Versions = ({ versions }: { versions: Month['versions'] }) => (
  <details>
    <summary>历次 {versions.length} 版</summary>
    <ul>
      {versions.map(({ id, no, state, done, measure, sentOn, reason }) => (
        <li key={id}>
          第 {no} 版 {reportStates[state]}：已办 {done} {measure}，{sentOn} 报{reason && `；${reason}`}
        </li>
      ))}
    </ul>
  </details>
);

function Deciding({ report, whyNot, done }: { report: Report; whyNot: string | null; done: (words: string) => void }) {
  const client = useQueryClient();
  const [returning, setReturning] = useState(false);
  const { id, version, month } = report;
  const decide = useWrite<{ agree: boolean; reason: string }>(
    (given, once) => api['project-reports'][':id'].decisions.$post({ param: { id }, json: { version, ...given } }, once),
    () => {
      done(`${monthWords(month)}月报已办`);
      return client.invalidateQueries(again);
    },
  );
  return (
    <p className="choices">
      <ActionButton
        main
        label="对过佐证，收下"
        whyNot={whyNot}
        busy={decide.isPending}
        onClick={() => decide.mutate({ agree: true, reason: '' })}
      />
      {whyNot === null && (
        <button type="button" className="btn" onClick={() => setReturning(true)}>
          退回，写理由
        </button>
      )}
      {!returning && <Said error={decide.error} />}
      {returning && (
        <ReasonBox
          title={`退回${monthWords(month)}月报`}
          note="理由单位看得到。"
          act="退回"
          error={decide.error}
          busy={decide.isPending}
          send={(reason) => decide.mutate({ agree: false, reason })}
          close={() => setReturning(false)}
        />
      )}
    </p>
  );
}
