import { join } from 'node:path';
import { drawn } from '../bulletin/actions.ts';
import { type Kind, kinds, printed } from '../bulletin/jobs.ts';
import { countyNow } from '../identity/queries.ts';
import { countyDateOf } from '../kernel/dates.ts';
import { closePdf } from '../render/pdf.ts';
import { command, county, month as monthOption, WrongUse } from './command.ts';
import { lookingAt } from './county.ts';
import { makeFolder, writeTo } from './files.ts';

export const bulletin = command({
  about: '把一个月的通报写成 PDF、docx 和 xlsx 三个文件；没有锁定的月份是预览，每一页都标明，没有文号。',
  takes: { 'YYYY-MM': '哪个月，写作 2023-10' },
  needs: { out: { value: 'DIR', about: '写到哪个文件夹，没有就新建', pattern: /./ } },
  options: { county },
  async run({ 'YYYY-MM': month, out, county: code }) {
    if (!monthOption.pattern.test(month)) throw new WrongUse(`YYYY-MM 不能是“${month}”：写作 2023-10。`);
    const found = await lookingAt(code, async (context) => {
      const day = (await countyNow(context))?.demoDay ?? countyDateOf(context.now);
      return drawn({ ...context, day, onlyUnit: null }, month);
    });
    await makeFolder(out);
    const files = [];
    for (const kind of Object.keys(kinds) as Kind[]) {
      const file = join(out, `bulletin-${month}.${kind}`);
      await writeTo(file, (await printed(found, kind)).content);
      files.push(file);
    }
    await closePdf();
    const { state, head } = found.given;
    return { result: { files, state, head } };
  },
});
