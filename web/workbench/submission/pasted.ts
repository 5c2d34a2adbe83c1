// a bullet of Word or WPS: a sign of a symbol font, or one that nobody types, before a tab or spaces
const bullet = /^(?:[\ue000-\uf8ff]|[•●○◦■□▪▫◆◇►▶➢✓✔·](?=\s)|[o§Øüqv](?=\t))\s*/;

/** What comes from Word, WPS or a web page, as it would have been typed: a line for each paragraph, without its layout. */
export const pasted = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n') // soft breaks too
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .split('\n')
    .map(plainLine)
    .filter((line) => line !== '')
    .join('\n');

const plainLine = (line: string) =>
  line
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f]/g, ' ')
    .replace(/^[\s\u3000]+/, '')
    .replace(bullet, '')
    .replace(/[\ue000-\uf8ff]/g, '')
    .replace(/\t+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/[\s\u3000]+$/, '');
