import { z } from 'zod';
import { compareRatios, type Ratio, ratio } from '../../kernel/quantity.ts';
import { pointsText, ratioText } from '../shapes.ts';

export const RatioBand = z.strictObject({
  from: ratioText.optional().describe('不低于（含）'),
  above: ratioText.optional().describe('高于（不含），如“高于六成”写 "0.6"'),
  below: ratioText.optional().describe('低于（不含）'),
  upTo: ratioText.optional().describe('不高于（含）'),
  points: pointsText,
});
type Band = Partial<Record<'from' | 'above' | 'below' | 'upTo', string | undefined>>;

/** `from` and `upTo` count, `above` and `below` do not. */
export function withinBand({ from, above, below, upTo }: Band, value: Ratio): boolean {
  const against = (end: string) => compareRatios(value, ratio(end));
  const enough = (from === undefined || against(from) >= 0) && (above === undefined || against(above) > 0);
  return enough && (below === undefined || against(below) < 0) && (upTo === undefined || against(upTo) <= 0);
}
