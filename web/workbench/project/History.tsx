import { elements } from '../../../server/project/elements.ts';
import { valueStates } from '../../../server/project/project.ts';
import { Box } from '../Box.tsx';
import { Words } from './Element.tsx';
import type { Row, Shown } from './projects.ts';

const marks = { pending: '◔', confirmed: '✓', returned: '!', withdrawn: '—', replaced: '—' } as const;

/** Every version that an element ever had, the newest on top. */
export const History = ({ row, files, close }: { row: Row; files: Shown['files']; close: () => void }) => (
  <Box label={`${elements[row.key].label}的历次`} close={close}>
    <div className="history">
      <h2>{elements[row.key].label}：历次</h2>
      <ol>
        {row.history.map((entry) => (
          <li key={entry.id}>
            <p>
              <b>
                {marks[entry.state]} {valueStates[entry.state]}
              </b>
            </p>
            <Words entry={entry} files={files} />
            <p className="cap">
              {entry.enteredByName} {entry.enteredOn} 填
              {entry.decidedByName &&
                `；${entry.decidedByName} ${entry.decidedOn ?? ''} ${entry.state === 'returned' ? '退回' : '确认'}`}
              {entry.reason && `：${entry.reason}`}
            </p>
          </li>
        ))}
      </ol>
      <button type="button" className="btn" onClick={close}>
        关上
      </button>
    </div>
  </Box>
);
