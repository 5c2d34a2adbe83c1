import type { FileChild, ISectionOptions } from 'docx';
import { AlignmentType, DocumentGridType, Footer, Header, PageNumber, PageOrientation, Paragraph, Table } from 'docx';
import { type Form, official, plain, twips, words } from './form.ts';
import { drawMarking } from './head.ts';

/** Pages of one direction: A4 with the form's margins, its page numbers, and the marking on each. */
export function section(form: Form, marking: string | null, landscape: boolean, children: readonly FileChild[]): ISectionOptions {
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const size = { width: twips(210), height: twips(297), orientation };
  const margin = form === plain ? plainMargin : landscape ? lyingMargin : uprightMargin;
  const footers = form === plain ? both(countedNumber) : { default: outerNumber('right'), even: outerNumber('left') };
  const headers = marking === null ? {} : both(() => new Header({ children: [drawMarking(form, marking)] }));
  const grid = { type: DocumentGridType.LINES, linePitch: form.line };
  const gridded = !children.some((child) => child instanceof Table); // rows would stretch to the grid; lines of text are exact anyway
  return { headers, footers, properties: { page: { size, margin }, ...(gridded ? { grid } : {}) }, children };
}

const both = <T>(make: () => T) => ({ default: make(), even: make() });

const uprightMargin = {
  top: twips(37),
  bottom: twips(35),
  left: twips(28),
  right: twips(26),
  header: twips(15),
  footer: twips(23),
};
const lyingMargin = { top: twips(28), bottom: twips(26), left: twips(35), right: twips(37), header: twips(8), footer: twips(14) };
const plainMargin = { top: twips(22), bottom: twips(20), left: twips(22), right: twips(22), header: twips(6), footer: twips(10) };

/** 4号 between two dashes, one character in from the outer side. */
function outerNumber(side: 'left' | 'right'): Footer {
  const children = ['— ', PageNumber.CURRENT, ' —'];
  const number = words(official, '', { face: 'song', size: 28, characterSpacing: 0, children });
  return new Footer({ children: [new Paragraph({ alignment: side, indent: { [side]: 280 }, children: [number] })] });
}

function countedNumber(): Footer {
  const number = words(plain, '', { size: 18, children: ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'] });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}
