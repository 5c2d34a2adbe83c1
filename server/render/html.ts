import type { Document } from './document.ts';
import { type DrawnBlock, type DrawnTable, type Layout, layout } from './layout.ts';
import { type Markup, markup } from './markup.ts';

/** The paper on a screen: an `article.paper`, styled by `paper.css`. Its pictures need `img-src data:`. */
export function renderHtml(document: Document): string {
  const paper = layout(document);
  return markup`<article class="paper ${paper.head ? 'official' : 'plain'}">
${line('marking', paper.marking)}${head(paper)}<h1>${lines(paper.title)}</h1>
${line('addressee', paper.addressee)}${paper.body.map(block)}${list(paper)}${signature(paper)}${line('annotation', paper.annotation)}${paper.attachments.map(attachment)}${imprint(paper)}</article>`
    .markup;
}

const line = (name: string, text: string | null) => text && markup`<p class="${name}">${text}</p>\n`;
const lines = (texts: readonly string[]) => texts.map((text, place) => (place > 0 ? markup`<br>${text}` : markup`${text}`));

function head({ head }: Layout) {
  if (!head) return null;
  const marks = [line('copy-no', head.copyNo), line('secrecy', head.secrecy), line('urgency', head.urgency)];
  return markup`<header>${marks}${line('issuer', head.issuer)}${line('number', head.number)}</header>\n`;
}

function list({ attachments }: Layout) {
  const names = attachments.map(({ listed, title }) => markup`<li>${listed}${title.join('')}</li>`);
  return names.length > 0 ? markup`<div class="attached"><p>附件：</p><ul>${names}</ul></div>\n` : null;
}

const signature = ({ signature }: Layout) =>
  signature && markup`<p class="signature">${signature.signer}<br>${signature.date}</p>\n`;

const attachment = ({ label, title, body }: Layout['attachments'][number]) =>
  markup`<section><p class="label">${label}</p>\n<h2 class="title">${lines(title)}</h2>\n${body.map(block)}</section>\n`;

function imprint({ imprint }: Layout) {
  if (!imprint) return null;
  const { copies, issuer, printed } = imprint;
  return markup`<footer>${line('copies', copies)}<p>${issuer} <span>${printed}</span></p></footer>\n`;
}

function block(it: DrawnBlock): Markup {
  if (it.kind === 'table') return table(it);
  if (it.kind === 'figure') return figure(it);
  if (it.kind === 'paragraph') return markup`<p>${it.text}</p>\n`;
  if (it.kind === 'note') return markup`<p class="note">${it.text}</p>\n`;
  if (it.runOn) return markup`<p><span class="level-${it.level}">${it.text}</span>${it.runOn}</p>\n`;
  const tag = `h${it.level + 1}`;
  return markup`<${tag} class="level-${it.level}">${it.text}</${tag}>\n`;
}

/** As a picture of its own, so that nothing inside can reach the page. */
function figure({ svg, caption }: Extract<DrawnBlock, { kind: 'figure' }>) {
  const source = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  return markup`<figure><img alt="${caption}" src="${source}"><figcaption>${caption}</figcaption></figure>\n`;
}

/** Wider than a phone it scrolls in its own frame, by keyboard too. */
function table({ caption, columns, head, rows }: DrawnTable) {
  const heads = head.map((cells) => markup`<tr>${cells.map(headCell)}</tr>`);
  const body = rows.map(({ texts, across, total }) => {
    const cells = texts.map((text, place) => {
      const align = columns[place]?.align ?? '';
      return across > 1
        ? markup`<td class="${align}" colspan="${across}">${text}</td>`
        : markup`<td class="${align}">${text}</td>`;
    });
    return markup`<tr class="${total ? 'total' : ''}">${cells}</tr>\n`;
  });
  const name = caption && markup`<caption>${caption}</caption>`;
  const drawn = markup`<table>${name}<thead>${heads}</thead>\n<tbody>\n${body}</tbody></table>`;
  return markup`<div class="wide" role="group" aria-label="${caption ?? '表'}" tabindex="0">${drawn}</div>\n`;
}

const headCell = ({ text, across, down }: DrawnTable['head'][number][number]) =>
  markup`<th scope="${across > 1 ? 'colgroup' : 'col'}" colspan="${across}" rowspan="${down}">${text}</th>`;
