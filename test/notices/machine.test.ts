import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Refused } from '../../server/kernel/refusal.ts';
import { open } from '../../server/notice/opening.ts';
import { pdf } from './made-files.ts';

const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const openPicture = (bytes: Uint8Array, machine = false) =>
  open({ source: { bytes, machine }, year: 2023, keep: [], days: [] }).catch((error) =>
    error instanceof Refused ? error.refusal.code : Promise.reject(error),
  );

const path = process.env.PATH;
afterEach(() => {
  process.env.PATH = path;
});

/** A program of that name ahead of all others, as Debian's would answer. */
async function standIn(languages: string, text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'minsheng-tesseract-'));
  const program = join(folder, 'tesseract');
  await writeFile(
    program,
    `#!/bin/sh\nif [ "$1" = --list-langs ]; then printf '${languages}'; else cat >/dev/null; printf '${text}'; fi\n`,
  );
  await chmod(program, 0o755);
  process.env.PATH = `${folder}:${path}`;
}

test('没有装文字识别：图片和扫描的 PDF 说清楚，请找原件', async () => {
  await standIn('List of available languages (1):\\neng\\n', '');
  expect([await openPicture(picture, true), await openPicture(pdf(2), true)]).toEqual(['notice.wrongKind', 'notice.noText']);
});

test('装了中文的文字识别：先问，人点了头才识别；标明是机器读的，要逐行对照', async () => {
  await standIn(
    'List of available languages (2):\\nchi_sim\\neng\\n',
    '各 责任 单位：\\n一、各 责任 单位每月 报送 信息不少于3篇。\\n',
  );
  expect(await openPicture(picture)).toBe('notice.scanOffer');
  expect(await openPicture(picture, true)).toMatchObject({
    encoding: 'machine',
    text: '各责任单位：\n一、各责任单位每月报送信息不少于3篇。',
    reading: { duties: [{ count: 3, per: 'month' }], questions: [{ kind: 'encoding', why: expect.stringContaining('机器') }] },
  });
});

test('识别不出字的图片，请换一份清楚的', async () => {
  await standIn('chi_sim\\n', '');
  expect(await openPicture(picture, true)).toBe('notice.unrecognised');
});
