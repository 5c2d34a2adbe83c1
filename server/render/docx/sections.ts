import type { FileChild, ISectionOptions } from 'docx';
import type { Layout } from '../layout.ts';
import { drawBlock } from './blocks.ts';
import { blanks, type Form, line, official, plain, title, words } from './form.ts';
import { drawHead } from './head.ts';
import { section } from './page.ts';
import { drawImprint, drawList, drawSignature } from './tail.ts';

/** The paper's own pages, then each attachment on pages of its own. */
export function sections(paper: Layout): ISectionOptions[] {
  const form = paper.head ? official : plain;
  const { attachments, imprint } = paper;
  const pages = attachments.map(({ label, title: lines, body, landscape }) => {
    const board = landscape ? form.lyingBoard : form.board;
    const heading = [
      line(form, [words(form, label, { face: 'hei' })]),
      ...blanks(form, 1),
      ...title(form, lines),
      ...blanks(form, 1),
    ];
    return { landscape, children: [...heading, ...body.flatMap((block) => drawBlock(form, block, board))] };
  });
  const all = [{ landscape: false, children: mainText(form, paper) }, ...pages];
  if (imprint && all.at(-1)?.landscape) all.push({ landscape: false, children: [] });
  if (imprint) all.at(-1)?.children.push(...drawImprint(form, imprint));
  return all.map(({ landscape, children }) => section(form, paper.marking, landscape, children));
}

function mainText(form: Form, { head, title: lines, addressee, body, attachments, signature, annotation }: Layout): FileChild[] {
  return [
    ...(head ? drawHead(form, head) : []),
    ...title(form, lines),
    ...blanks(form, 1),
    ...(addressee === null ? [] : [line(form, [words(form, addressee)])]),
    ...body.flatMap((block) => drawBlock(form, block, form.board)),
    ...(attachments.length > 0 ? [...blanks(form, 1), ...drawList(form, attachments)] : []),
    ...(signature ? [...blanks(form, 2), ...drawSignature(form, signature)] : []),
    ...(annotation === null ? [] : [line(form, [words(form, annotation)], { indent: { left: form.size * 20 } })]),
  ];
}
