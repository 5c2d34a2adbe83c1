import { readDates } from '../notice/date/dates.ts';
import { command, year } from './command.ts';

export const dates = command({
  about: '读一句话里的日期、期限、周期和时段。不写数据库。',
  takes: { TEXT: '一句话，有空格的加引号' },
  needs: {},
  options: { year },
  async run({ TEXT, year }) {
    const { text, items } = readDates(TEXT, { year: year === undefined ? null : Number(year) });
    const published = items.map(({ kind, from, to, days, time, rule, precision, why }) => {
      return { kind, from, to, days, time, rule, precision, why };
    });
    return { result: { text, items: published } };
  },
});
