import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const inProject = (path: string) => readFile(join(import.meta.dirname, '../..', path), 'utf8');

/** A scheme to begin from, and how one is written: both lie beside the program. */
export const exampleScheme = () => inProject('database/demo/scheme.json');
export const schemeGuide = () => inProject('docs/scheme-guide.md');
