import { announcedDays } from '../calendar/announced.ts';
import { open } from '../notice/opening.ts';
import type { Reading } from '../notice/reading.ts';
import { command, year } from './command.ts';
import { bytesOf } from './files.ts';

const [firstAnnounced, lastLikely] = [2004, 2040];

export const planRead = command({
  about: '读一份通知：标题、发文单位、场次、职责，改动过的字、要人定的疑点和没读出的行。不写数据库。',
  takes: { FILE: '通知的文件：txt（UTF-8、UTF-16 或 GB18030）、docx、doc、wps、rtf、pdf、ofd、xlsx、网页或 mht' },
  needs: {},
  options: { year },
  async run({ FILE, year }) {
    const days = announcedDays(firstAnnounced, lastLikely);
    const source = { bytes: await bytesOf(FILE) };
    const { reading } = await open({ source, year: year === undefined ? null : Number(year), keep: [], days });
    return { result: published(reading) };
  },
});

/** The reading as others may rely on it: ids, columns and the lines themselves are the pages' own. */
function published({ title, issuer, number, issuedOn, addressees, ...rest }: Reading) {
  return {
    ...{ title, issuer, number, issuedOn, addressees },
    campaigns: rest.campaigns.map(({ no, theme, projects, units, window, line }) => ({
      no,
      theme,
      projects,
      units,
      window,
      line,
    })),
    duties: rest.duties.map(({ what, count, per, each, due, clause, line }) => ({ what, count, per, each, due, clause, line })),
    repairs: rest.repairs.map(({ kind, line, from, to }) => ({ kind, line, from, to })),
    questions: rest.questions.map(({ kind, text, line, why, choices }) => ({ kind, text, line, why, choices })),
    unread: rest.unread.map(({ line, text }) => ({ line, text })),
  };
}
