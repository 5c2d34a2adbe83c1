import { expect, test } from 'vitest';
import { app } from '../../server/modules.ts';
import { claimsDesk } from '../claims.ts';
import { pool } from '../county.ts';
import { readXlsx } from '../readBack.ts';
import { bringScheme } from '../scored.ts';

const secret = '只有水利局知道的题目';

test('外单位和管理员导出的每一张表里，都没有这个单位的稿件、认领和约稿', async () => {
  const { county, claim, judge } = await claimsDesk();
  await bringScheme(county);
  await county.ask('李卫平', '/api/commissions', { unitId: county.ids[1], title: secret, dueOn: '2023-11-09' });
  await county.ask('何静', '/api/articles', { title: secret, body: secret });
  const id = await claim('何静', { title: secret });
  await judge('李卫平', id, 'accept');
  await claim('何静', { title: `${secret}二` });
  const sheets = app.routes.filter(({ method, path }) => method === 'GET' && path.endsWith('.xlsx')).map(({ path }) => path);
  expect(sheets.length).toBeGreaterThan(8);
  const words = async (who: string, path: string) => {
    const host = `${county.code}.localhost`;
    const url = `http://${host}${path.replace(':month', '2023-10')}`;
    const headers = { host, cookie: county.cookies.get(who) ?? '' };
    const reply = await app.request(url, { headers }, { pool, defaultCounty: 0, counties: new Set<number>() });
    if (reply.status !== 200) return `${reply.status}`;
    const read = await readXlsx(new Uint8Array(await reply.arrayBuffer()));
    return Object.values(read)
      .flatMap(({ rows }) => rows.flat().map(({ text }) => text))
      .join('\n');
  };
  for (const path of sheets) {
    for (const who of ['罗建平', '吴局长', 'systemAdmin', 'securityAdmin', ...(path.includes('audit') ? [] : ['auditAdmin'])]) {
      if (who === 'auditAdmin' && path.includes('bulletins')) continue;
      expect(await words(who, path), `${who} ${path}`).not.toContain(secret);
    }
  }
  for (const list of ['/api/articles.xlsx', '/api/claims.xlsx', '/api/commissions.xlsx'])
    expect(await words('何静', list), list).toContain(secret);
});
