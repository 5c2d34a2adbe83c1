/** For the person who waits: standard output belongs to the result. */
export const say = (words: string) => void process.stderr.write(`${words}\n`);
