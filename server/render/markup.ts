/** Text that is markup already; only `markup` makes it. */
export type Markup = { readonly markup: string };

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');

type Part = Markup | string | number | null | readonly Part[];

/** HTML in which every value is text unless it came from `markup` itself; null prints nothing. */
export const markup = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: String.raw({ raw: fixed }, ...parts.map(written)),
});

function written(part: Part): string {
  if (part === null) return '';
  if (typeof part !== 'object') return escaped(String(part));
  return 'markup' in part ? part.markup : part.map(written).join('');
}
