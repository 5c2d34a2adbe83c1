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
      <p className="cap">
        组名写“政府部门”“群团组织”“事业单位”“垂管与企业”的，各单位按类别归进去；没有写这些组的，都在“县直”。专班所在单位只列不排，不用写。
      </p>
      <Fields fields={headFields} value={body} at={[]} put={put} without={['clauses', '$schema']} />
    </fieldset>
  </details>
);
