const digits = '零一二三四五六七八九';

/** 1 → 一, 12 → 十二, 105 → 一百零五; from a thousand on in figures. */
export function hanNumber(value: number): string {
  if (value < 10) return digits[value] ?? '';
  if (value < 20) return `十${value === 10 ? '' : digits[value - 10]}`;
  if (value < 100) return `${digits[Math.floor(value / 10)]}十${value % 10 === 0 ? '' : digits[value % 10]}`;
  if (value >= 1000) return String(value);
  const rest = value % 100;
  const tail =
    rest === 0
      ? ''
      : rest < 10
        ? `零${digits[rest]}`
        : `${digits[Math.floor(rest / 10)]}十${hanNumber(rest % 10).replace('零', '')}`;
  return `${digits[Math.floor(value / 100)]}百${tail}`;
}
