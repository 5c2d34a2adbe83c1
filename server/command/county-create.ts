import { found } from '../founding.ts';
import { administrations, roles } from '../identity/rights.ts';
import { findRunning } from '../kernel/running.ts';
import { settings } from '../settings.ts';
import { command, county, WrongUse } from './command.ts';
import { withDatabase } from './county.ts';
import { say } from './say.ts';

export const countyCreate = command({
  about: '建一个正式县，给出系统、安全、审计三名管理员的链接。链接各用一次，七天内有效，只在这里显示一回。',
  takes: { CODE: '行政区划代码，6 到 9 位数字，如 430523', NAME: '县名，如 邵阳县' },
  needs: {},
  options: {},
  async run({ CODE, NAME }) {
    if (!county.pattern.test(CODE)) throw new WrongUse(`CODE 不能是“${CODE}”：要 6 到 9 位数字，不以 0 开头。`);
    const name = NAME.trim();
    if (name === '' || name.length > 100) throw new WrongUse('NAME 要写县名，不超过 100 字。');
    const founded = await withDatabase(({ pool }) => found(pool, { code: Number(CODE), name, demoDay: null }));
    const address = await addressOf(CODE);
    const links = administrations.map((role) => {
      return { role, name: roles[role], account: role, link: `${address}/workbench/invitation/${founded.invitations[role]}` };
    });
    say('请把三个链接分别交给三个人，不要由一人代收。');
    return { result: { county: founded.county, name: founded.name, links } };
  },
});

/** Where the county answers on this machine; on a real server the host in front of it has another name. */
async function addressOf(code: string): Promise<string> {
  const running = await findRunning(settings.data);
  return `http://${code}.localhost:${running === null ? settings.port : new URL(running).port}`;
}
