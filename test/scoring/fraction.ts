/** Exact fractions in lowest terms, for the oracle alone. */
export class Fraction {
  readonly n: bigint;
  readonly d: bigint;
  constructor(n: bigint | number, d: bigint | number = 1) {
    let [a, b] = [BigInt(n), BigInt(d)];
    if (b < 0n) [a, b] = [-a, -b];
    let [x, y] = [a < 0n ? -a : a, b];
    while (y !== 0n) [x, y] = [y, x % y];
    [this.n, this.d] = [a / (x || 1n), b / (x || 1n)];
  }
  static of(text: string): Fraction {
    const [a = '0', b] = text.split('/');
    if (b !== undefined) return new Fraction(BigInt(a), BigInt(b));
    const digits = a.split('.')[1]?.length ?? 0;
    return new Fraction(BigInt(a.replace('.', '')), 10n ** BigInt(digits));
  }
  static sum(list: readonly Fraction[]): Fraction {
    return list.reduce((a, b) => a.plus(b), new Fraction(0));
  }
  plus(b: Fraction): Fraction {
    return new Fraction(this.n * b.d + b.n * this.d, this.d * b.d);
  }
  minus(b: Fraction): Fraction {
    return this.plus(new Fraction(-b.n, b.d));
  }
  times(b: Fraction): Fraction {
    return new Fraction(this.n * b.n, this.d * b.d);
  }
  over(b: Fraction): Fraction {
    return new Fraction(this.n * b.d, this.d * b.n);
  }
  cmp(b: Fraction): number {
    return Number(this.minus(b).n);
  }
  min(b: Fraction): Fraction {
    return this.cmp(b) <= 0 ? this : b;
  }
  /** To a hundredth, half away from zero, by walking to the nearest whole number of hundredths. */
  cents(): Fraction {
    const hundred = this.times(new Fraction(100));
    const below = new Fraction(hundred.n / hundred.d); // toward zero
    const rest = hundred.minus(below);
    const half = new Fraction(1, 2);
    if (rest.cmp(half) >= 0) return new Fraction(below.n + 1n, 100);
    return rest.cmp(half.times(new Fraction(-1))) <= 0 ? new Fraction(below.n - 1n, 100) : new Fraction(below.n, 100);
  }
  text(): string {
    const value = this.cents().times(new Fraction(100)).n;
    const digits = String(value < 0n ? -value : value).padStart(3, '0');
    return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  }
}
