import { addDays, type CountyDate } from '../kernel/dates.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Campaign } from './plan.ts';

export const refusals = {
  dead: refusal('link.dead', 404, '这个订阅链接已经停用或不存在，请在“日程”里重新生成。'),
};

/** 日程 as a calendar file (RFC 5545): one all-day event for each campaign whose days are known, and nothing of any person. */
export function calendarFile(county: { code: number; name: string }, campaigns: readonly Campaign[], now: Date): string {
  const stamp = `${now.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//minsheng//schedule//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    `X-WR-CALNAME:${escaped(`${county.name}民生实事宣传日程`)}`,
    ...campaigns.flatMap((campaign) => eventOf(campaign, county.code, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Single days are one event that recurs on them, so that its name stays the same wherever they are moved. */
function eventOf(
  { id, no, theme, fromOn, toOn, days, units, version, cancelledOn, precision }: Campaign,
  code: number,
  stamp: string,
) {
  const [first, ...more] = days as CountyDate[];
  const from = first ?? fromOn;
  const to = first ?? toOn;
  if (from === null || to === null || precision === 'fuzzy') return [];
  return [
    ...['BEGIN:VEVENT', `UID:${id}@${code}.minsheng`, `DTSTAMP:${stamp}`, `SEQUENCE:${version - 1}`],
    ...[`DTSTART;VALUE=DATE:${dated(from)}`, `DTEND;VALUE=DATE:${dated(addDays(to, 1))}`],
    ...(more.length > 0 ? [`RDATE;VALUE=DATE:${more.map(dated).join(',')}`] : []),
    `SUMMARY:${escaped(`第${no}场 ${theme}`)}`,
    `DESCRIPTION:${escaped(`责任单位：${units.map(({ name }) => name).join('、')}`)}`,
    ...[`STATUS:${cancelledOn === null ? 'CONFIRMED' : 'CANCELLED'}`, 'TRANSP:TRANSPARENT', 'END:VEVENT'],
  ];
}

const dated = (day: CountyDate) => day.replaceAll('-', '');
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');

const mostOctets = 75;
const octets = (letter: string) => new TextEncoder().encode(letter).length;
/** No line is longer than 75 octets, its leading blank counted, and no letter is cut. */
function folded(line: string): string {
  const parts = [''];
  let room = mostOctets;
  for (const letter of line) {
    if (octets(letter) > room) {
      parts.push('');
      room = mostOctets - 1;
    }
    parts[parts.length - 1] += letter;
    room -= octets(letter);
  }
  return parts.join('\r\n ');
}
