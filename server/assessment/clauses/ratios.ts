import { compareRatios, type Ratio, ratio } from '../../kernel/quantity.ts';

/** `from` counts, `below` does not. */
export const withinBand = (band: { from?: string | undefined; below?: string | undefined }, value: Ratio): boolean =>
  (band.from === undefined || compareRatios(value, ratio(band.from)) >= 0) &&
  (band.below === undefined || compareRatios(value, ratio(band.below)) < 0);
