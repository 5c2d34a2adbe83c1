import { z } from 'zod';
import { FactsFile } from './facts.ts';
import type { Month } from './months.ts';
import { jsonOf, readText, readValue } from './reading.ts';
import { Scheme } from './scheme.ts';
import { type Score, score } from './scoring.ts';
import { monthText } from './shapes.ts';

/** One version of a scheme, or a list of them. Throws `Refused` with the place of what cannot be read. */
export function readSchemes(text: string): Scheme[] {
  const value = jsonOf(text, '细则');
  return Array.isArray(value) ? readValue(z.array(Scheme).min(1), value, '细则') : [readValue(Scheme, value, '细则')];
}

export const readFacts = (text: string): FactsFile => readText(FactsFile, text, '事实文件');

/** Two files and a month in, the table out; throws `Refused`. */
export function scoreFiles(schemeJson: string, factsJson: string, month: Month): Score {
  const period = readValue(monthText, month, '月份');
  const [schemes, { units, facts, calendar }] = [readSchemes(schemeJson), readFacts(factsJson)];
  return score(schemes, units, facts, calendar, period);
}
