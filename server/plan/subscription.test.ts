import { expect, test } from 'vitest';
import { aCounty, pool } from '../../test/county.ts';
import type { CountyDate } from '../kernel/dates.ts';
import { app } from '../modules.ts';
import type { Campaign } from './plan.ts';
import { calendarFile } from './subscription.ts';

/** Strict: CRLF at every end, 75 octets a line, unfolded, every line a name with a value; an escape that is none is an error. */
function parsed(file: string) {
  if (!file.endsWith('\r\n')) throw new Error('no CRLF at the end');
  const lines = file.slice(0, -2).split('\r\n');
  for (const line of lines) {
    if (/[\r\n]/.test(line)) throw new Error(`bare line break: ${line}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`too long: ${line}`);
  }
  const whole = lines.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
  const properties = whole.map((line) => {
    const [, name = '', raw = ''] = /^([A-Z-]+(?:;[A-Z]+=[A-Z]+)*):(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`no property: ${line}`);
    if (/\\(?![\\;,nN])/.test(raw.replace(/\\\\/g, ''))) throw new Error(`no such escape: ${line}`);
    return [name, raw.replace(/\\(.)/g, (_, letter) => (/n/i.test(letter) ? '\n' : letter))] as const;
  });
  const starts = properties.flatMap(([name, value], at) => (name === 'BEGIN' && value === 'VEVENT' ? [at] : []));
  return starts.map((at) =>
    Object.fromEntries(
      properties.slice(
        at + 1,
        properties.findIndex(([n], i) => i > at && n === 'END'),
      ),
    ),
  );
}

const campaign = (given: Partial<Campaign> = {}): Campaign => ({
  ...{ id: 'c1' as Campaign['id'], no: '5', theme: '水利', days: [], line: 1, version: 1, windowText: '', precision: 'day' },
  ...{
    fromOn: '2023-12-30' as CountyDate,
    toOn: '2023-12-31' as CountyDate,
    projects: [],
    cancelledOn: null,
    cancelReason: null,
  },
  units: [{ id: 'u', name: '县水利局', role: 'lead' }],
  ...given,
});
const county = { code: 430523, name: '某县' };
const now = new Date('2023-11-02T01:02:03.456Z');

test('日历文件：整天的日子到次日为止，名字不变，改一次期序号加一，取消的说取消', () => {
  const [event] = parsed(calendarFile(county, [campaign()], now));
  expect(event).toMatchObject({
    ...{ UID: 'c1@430523.minsheng', DTSTAMP: '20231102T010203Z', SEQUENCE: '0', STATUS: 'CONFIRMED' },
    ...{ 'DTSTART;VALUE=DATE': '20231230', 'DTEND;VALUE=DATE': '20240101', SUMMARY: '第5场 水利' },
  });
  const [moved] = parsed(calendarFile(county, [campaign({ version: 2, cancelledOn: '2023-11-01' as CountyDate })], now));
  expect(moved).toMatchObject({ UID: 'c1@430523.minsheng', SEQUENCE: '1', STATUS: 'CANCELLED' });
  const [scattered] = parsed(calendarFile(county, [campaign({ days: ['2023-12-30', '2024-01-02'] })], now));
  expect(scattered).toMatchObject({ 'DTEND;VALUE=DATE': '20231231', 'RDATE;VALUE=DATE': '20240102' });
  expect(parsed(calendarFile(county, [campaign({ toOn: null }), campaign({ precision: 'fuzzy' })], now))).toEqual([]);
});

test('标点转义，长行按字折，读回来一字不差', () => {
  const theme = `水库\\除险；加固,扩建;二期\n${'乡村供水𠮷'.repeat(30)}`;
  const [event] = parsed(calendarFile(county, [campaign({ theme })], now));
  expect(event?.SUMMARY).toBe(`第5场 ${theme}`);
});

test('链接自己生成自己停用；库里只有摘要，换新的、停用账号，旧的就读不到', async () => {
  const here = await aCounty();
  const read = async (key: string) => {
    const host = `${here.code}.localhost`;
    const env = { pool, defaultCounty: here.code, counties: new Set<number>(), address: '127.0.0.1' };
    const reply = await app.request(`http://${host}/api/schedule.ics?key=${key}`, { headers: { host } }, env);
    return { status: reply.status, type: reply.headers.get('content-type'), text: await reply.text() };
  };
  const [one, two] = ['a'.repeat(32), 'b'.repeat(32)];
  expect((await here.ask('何静', '/api/calendar-link')).said).toMatchObject({ link: null });
  expect((await here.ask('何静', '/api/calendar-link', { secret: '短' })).status).toBe(422);
  expect((await here.ask('何静', '/api/calendar-link', { secret: one })).status).toBe(201);
  const found = await read(one);
  expect([found.status, found.type]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(parsed(found.text)).toEqual([]);
  const [kept] = await here.inside(
    (db) => db`
    select (select count(*)::int from calendar_link where digest = ${one}) + (select count(*)::int from kept_reply where reply::text like ${`%${one}%`}) as n`,
  );
  expect(kept).toEqual({ n: 0 });
  expect((await read(two)).status).toBe(404);
  await here.ask('何静', '/api/calendar-link', { secret: two });
  expect([(await read(one)).status, (await read(two)).status]).toEqual([404, 200]);
  expect((await here.ask('罗建平', '/api/calendar-link/revoking', {})).status).toBe(201);
  expect((await read(two)).status).toBe(200);
  await here.ask('何静', '/api/calendar-link/revoking', {});
  expect((await read(two)).status).toBe(404);
  await here.ask('何静', '/api/calendar-link', { secret: 'c'.repeat(32) });
  const suspension = { version: 1, suspended: true, reason: '调离' };
  expect((await here.ask('securityAdmin', `/api/people/${here.person('何静')}/suspension`, suspension)).status).toBe(201);
  expect((await read('c'.repeat(32))).status).toBe(404);
});
