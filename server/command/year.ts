import { yearPage } from '../assessment/actions/year.ts';
import { countyNow } from '../identity/queries.ts';
import { countyDateOf } from '../kernel/dates.ts';
import { command, county, WrongUse } from './command.ts';
import { lookingAt } from './county.ts';

export const year = command({
  about: '一年的得分表：已锁定各月的得分＋对这些月份的更正；没有锁定的月份标明，不进合计。不写数据库。',
  takes: { YYYY: '哪一年，写作 2023' },
  needs: {},
  options: { county },
  async run({ YYYY: year, county: code }) {
    if (!/^20\d\d$/.test(year)) throw new WrongUse(`YYYY 不能是“${year}”：写作 2023。`);
    const result = await lookingAt(code, async (context) => {
      const day = (await countyNow(context))?.demoDay ?? countyDateOf(context.now);
      const { years: _, ...found } = await yearPage({ ...context, day, onlyUnit: null }, Number(year));
      return found;
    });
    return { result };
  },
});
