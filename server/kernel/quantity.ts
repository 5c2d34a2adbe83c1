/** Whole hundredths of a point (0.01 分), so that sums never drift. */
export type Hundredths = number & { readonly unit: 'Hundredths' };

/** '5.00', '-0.5', '3'. A third decimal is refused, not rounded. */
export function points(text: string): Hundredths {
  const [, whole, part = ''] = /^(-?\d{1,9})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`not points: ${text}`);
  return Number(whole + part.padEnd(2, '0')) as Hundredths;
}

export function formatPoints(value: Hundredths): string {
  const digits = String(Math.abs(value)).padStart(3, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** An exact fraction, for what happens inside a line before it is rounded once; `under` is positive. */
export type Ratio = { over: bigint; under: bigint };
export const ratioOf = (over: number, under = 1): Ratio => ({ over: BigInt(over), under: BigInt(under) });

/** '0.5', '2', '1/3', as the schema of a scheme lets them through. */
export function ratio(text: string): Ratio {
  const [over = '', under = '1'] = text.split('/');
  const [whole = '', part = ''] = over.split('.');
  return { over: BigInt(whole + part), under: BigInt(under) * 10n ** BigInt(part.length) };
}

export const times = (a: Ratio, b: Ratio): Ratio => ({ over: a.over * b.over, under: a.under * b.under });
export const plus = (a: Ratio, b: Ratio): Ratio =>
  a.under === b.under
    ? { over: a.over + b.over, under: a.under }
    : { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, { over: -b.over, under: b.under });
/** Below, at or above zero as `a` is smaller than, equal to or greater than `b`. */
export const compareRatios = (a: Ratio, b: Ratio): number => Number(a.over * b.under - b.over * a.under);

/** To whole hundredths, half away from zero: 0.125 is 0.13 and -0.125 is -0.13. The value itself is in hundredths. */
export function rounded({ over, under }: Ratio): Hundredths {
  const size = over < 0n ? -over : over;
  const whole = (2n * size + under) / (2n * under);
  return Number(over < 0n ? -whole : whole) as Hundredths;
}

/** Parts that add up to the whole, by largest remainder; where remainders are equal, the earlier weight has it. */
export function split(value: Hundredths, weights: readonly number[]): Hundredths[] {
  const [size, sum] = [BigInt(Math.abs(value)), weights.reduce((a, b) => a + BigInt(b), 0n)];
  const shares = weights.map((weight, at) => ({ at, part: (size * BigInt(weight)) / sum, rest: (size * BigInt(weight)) % sum }));
  const left = Number(size - shares.reduce((given, { part }) => given + part, 0n));
  const lucky = new Set(
    shares
      .toSorted((a, b) => Number(b.rest - a.rest) || a.at - b.at)
      .slice(0, left)
      .map(({ at }) => at),
  );
  return shares.map(({ at, part }) => (Math.sign(value) * (Number(part) + Number(lucky.has(at))) || 0) as Hundredths);
}
