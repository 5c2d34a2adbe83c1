import { afterAll, expect, test } from 'vitest';
import { readPdf } from '../../test/readBack.ts';
import { CountyDate } from '../kernel/dates.ts';
import { closePdf, renderPdf } from '../render/pdf.ts';
import { signingSheet } from './sheet.ts';

afterAll(closePdf);

test('审签单上有编码、三级六签的空行和正文全文，没有缺的字', async () => {
  const version = {
    ...{ no: 2, title: '水渠通到田埂上', body: '第一段。\n\n第二段，渠长86公里。', words: 13 },
    ...{ digest: `a3f291c0${'0'.repeat(56)}`, madeByName: '何静', madeOn: CountyDate.parse('2023-10-20'), madeAt: new Date(0) },
    genre: 'news',
    pictures: [{ sha256: '0'.repeat(64), caption: '渠首的山塘' }],
  } as const;
  const about = { unitName: '县水利局', authorName: '何静', projectName: '农村水源保障', theme: null };
  const { pdf, missing } = await renderPdf(signingSheet({ ...about, version }));
  const text = (await readPdf(pdf)).map((page) => page.text).join('');
  expect(missing).toEqual([]);
  const told = [
    'A3F2-91C0',
    '第2版，2023年10月20日送审',
    '初审股室负责人审读通过',
    '三校主要负责人校对通过',
    '第二段，渠长86公里。',
    '配图1：渠首的山塘',
  ];
  expect(told.filter((words) => !text.replace(/\s/g, '').includes(words))).toEqual([]);
});
