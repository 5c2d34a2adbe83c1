import { frozenMonth, monthText } from '../assessment/actions/month.ts';
import { monthOf } from '../assessment/months.ts';
import { refusals } from '../assessment/refusals.ts';
import { countyNow } from '../identity/queries.ts';
import { countyDateOf } from '../kernel/dates.ts';
import { refuse } from '../kernel/refusal.ts';
import { command, county, month as monthOption, WrongUse } from './command.ts';
import { lookingAt } from './county.ts';
import { writeTo } from './files.ts';

export const exportMonth = command({
  about: '把一个月的细则、名单、事实、得分和摘要写成一个文件，用 verify 核对；没有锁定的月份也写得出，写明是 open。',
  takes: { 'YYYY-MM': '哪个月，写作 2023-10' },
  needs: { out: { value: 'FILE', about: '写到哪个文件', pattern: /./ } },
  options: { county },
  async run({ 'YYYY-MM': month, out, county: code }) {
    if (!monthOption.pattern.test(month)) throw new WrongUse(`YYYY-MM 不能是“${month}”：写作 2023-10。`);
    const text = await lookingAt(code, async (context) => {
      const today = (await countyNow(context))?.demoDay ?? countyDateOf(context.now);
      return month > monthOf(today) ? refuse(refusals.noMonth(month)) : monthText(context, month);
    });
    await writeTo(out, text);
    const { state, head } = frozenMonth(text);
    return { result: { file: out, month, state, head } };
  },
});
