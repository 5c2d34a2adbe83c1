import { Hono } from 'hono';
import { z } from 'zod';
import { type Env, reads, readsFile, sheets, writes } from '../app.ts';
import { listMonths, monthPage } from '../assessment/actions/sight.ts';
import { mayAct } from '../identity/rights.ts';
import type { Context } from '../kernel/context.ts';
import { CountyDate, monthAsked } from '../kernel/dates.ts';
import { renderHtml } from '../render/html.ts';
import { discloseBulletin, drawn, measuresSeen, whyNotOpen, writeBulletin } from './actions.ts';
import { type Bulletin, blank, type Disclosure, disclosures, refusals } from './bulletin.ts';
import { type Kind, missingGlyphs, printed } from './jobs.ts';
import { bulletinsOf } from './queries.ts';

const month = z.strictObject({ month: monthAsked });

/** Every month that can be looked at, for the office; for a unit those that went out. */
async function listed(context: Context) {
  const [{ months }, found] = await Promise.all([listMonths(context), bulletinsOf(context)]);
  const bulletins = months.flatMap(({ month, state }) => {
    const bulletin = found.find((each) => each.month === month);
    return bulletin || context.onlyUnit === null ? [{ ...shown(bulletin ?? blank(month)), state }] : [];
  });
  return bulletins;
}
const list = reads({ input: {}, rights: 'bulletin.read' }, async (context) => ({ bulletins: await listed(context) }));

const sheet = sheets(
  {
    input: {},
    rights: 'bulletin.read',
    name: '通报',
    columns: [
      { head: '月份', of: ({ month }: Listed) => month },
      { head: '状态', of: ({ state }) => (state === 'locked' ? '已锁定' : '预览') },
      { head: '文号', width: 2, of: ({ number }) => number ?? '' },
      { head: '成文日期', of: ({ issuedOn }) => issuedOn ?? '' },
      { head: '公开属性', of: ({ disclosure }) => disclosures[disclosure] },
      { head: '保密审查', of: ({ secrecyCheckedBy }) => secrecyCheckedBy ?? '' },
    ],
  },
  listed,
);
type Listed = Awaited<ReturnType<typeof listed>>[number];

const shown = ({ editedBy: _, ...bulletin }: Bulletin) => bulletin;

const show = reads({ input: { param: month }, rights: 'bulletin.read' }, async (context, { param }) => {
  const { given, bulletin, document } = await drawn(context, param.month);
  const open = given.state === 'open' && context.onlyUnit === null;
  const checks = open ? (await monthPage(context, param.month)).checks : [];
  return {
    ...{ state: given.state, head: given.head, bulletin: shown(bulletin), html: renderHtml(document) },
    toDo: checks.filter(({ count }) => count > 0).map(({ words, blocking, to }) => ({ words, blocking, to })),
    may: mayOn(context, bulletin),
  };
});

function mayOn({ actor }: Context, bulletin: Bulletin) {
  const discloses = mayAct(actor, 'bulletin.disclose', null);
  const writing = bulletin.disclosure === 'internal' ? null : refusals.isPublic.message;
  return {
    write: mayAct(actor, 'bulletin.write', null) ? writing : refusals.mayNotWrite.message,
    disclose: discloses ? (whyNotOpen({ actor }, bulletin)?.message ?? null) : refusals.mayNotDisclose.message,
    withdraw: discloses ? null : refusals.mayNotDisclose.message,
  };
}

/** What the printed page would lack, told before it is printed. */
const fonts = reads(
  { input: { param: month }, rights: 'bulletin.read' },
  (context, { param }) => drawn(context, param.month),
  ({ document }) => missingGlyphs(document),
);

const file = (kind: Kind) =>
  readsFile(
    { input: { param: month }, rights: 'bulletin.read' },
    (context, { param }) => drawn(context, param.month),
    (found) => printed(found, kind),
  );

const covered = reads({ input: { param: month }, rights: 'month.read' }, (context, { param }) =>
  measuresSeen(context, param.month),
);

const words = z.string().max(5000, '太长了，请控制在 5000 字以内');
const texts = z.strictObject({
  version: z.int().min(0),
  opening: words,
  closing: words,
  number: z.string().max(60),
  issuedOn: CountyDate.nullable(),
});
const write = writes({ input: { param: month, json: texts }, rights: 'bulletin.write' }, (context, { param, json }) =>
  writeBulletin(context, { ...param, ...json }),
);

const disclosing = z.strictObject({
  version: z.int().min(0),
  disclosure: z.enum(Object.keys(disclosures) as [Disclosure, ...Disclosure[]]),
  checked: z.boolean(),
  reason: z.string().max(500),
});
const disclose = writes({ input: { param: month, json: disclosing }, rights: 'bulletin.disclose' }, (context, { param, json }) =>
  discloseBulletin(context, { ...param, ...json }),
);

export const bulletinRoutes = new Hono<Env>()
  .get('/api/bulletins', list)
  .get('/api/bulletins.xlsx', sheet)
  .get('/api/bulletins/:month', show)
  .get('/api/bulletins/:month/fonts', fonts)
  .get('/api/months/:month/measures', covered)
  .get('/api/bulletins/:month/file.pdf', file('pdf'))
  .get('/api/bulletins/:month/file.docx', file('docx'))
  .get('/api/bulletins/:month/file.xlsx', file('xlsx'))
  .post('/api/bulletins/:month', write)
  .post('/api/bulletins/:month/disclosure', disclose);
