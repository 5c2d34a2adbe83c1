/** '2023-12' and 1 is '2024-01'. */
export function monthBeside(month: string, step: 1 | -1): string {
  const [year = 0, no = 0] = month.split('-').map(Number);
  const at = year * 12 + no - 1 + step;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}
