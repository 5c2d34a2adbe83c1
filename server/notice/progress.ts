/** How far the reading of a large file has come: the step in the office's words, and how much of it is done. */
export type Told = (step: string, done: number, total: number) => void;
