import type { DraftBody } from '../../../../server/assessment/draft.ts';
import { choiceWord, headFields } from '../../../../server/assessment/outline.ts';
import { Fields, type Put } from './Fields.tsx';

/** What holds for the whole scheme: its names, from when, groups, mode. */
export const HeadForm = ({ body, readOnly, put }: { body: DraftBody; readOnly: boolean; put: Put }) => (
  <details className="card head-form" open={body.name === ''}>
    <summary>
      <b>总的规定</b>
      <span className="cap">
        {String(body.id ?? '')}　{String(body.from ?? '')} 起　{choiceWord('mode', String(body.mode ?? ''))}
      </span>
    </summary>
    <fieldset disabled={readOnly}>
      <legend className="sr">总的规定</legend>
      <Fields fields={headFields} value={body} at={[]} put={put} without={['clauses', '$schema']} />
    </fieldset>
  </details>
);
