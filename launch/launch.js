import { handOver } from './hand-over.js';
import { node24 } from './node24.js';
import { inProject } from './project.js';
import { makeReady } from './ready.js';
import { inSentences } from './words.js';

/** Makes the project ready, then gives way to a program of it: its arguments, streams, signals and exit code are the launcher's. */
export const launch = ({ scope, web, program }) =>
  inSentences(async () => {
    await makeReady({ scope, web });
    return handOver(node24(), [inProject(program), ...process.argv.slice(2)], { cwd: callersFolder() });
  });

/** npm goes to the project's folder first; file names in arguments are meant from where the person stands. */
function callersFolder() {
  const { npm_lifecycle_event: script, INIT_CWD: from } = process.env;
  return script === 'minsheng' && from ? from : process.cwd();
}
