import { reasonFor } from './reasons.js';

/** Progress goes to standard error: standard output belongs to the program that is launched. */
export const say = (words) => process.stderr.write(`${words}\n`);

/** Why it cannot go on: what is wrong, then what to do. */
export class Stop extends Error {}

/** Runs to an exit code; a Stop and what the file system refuses become a sentence, anything else keeps its stack. */
export async function inSentences(run) {
  try {
    process.exitCode = await run();
  } catch (error) {
    say(error instanceof Stop ? error.message : (reasonFor(error.code ?? '') ?? error.stack));
    process.exitCode = 1;
  }
}
