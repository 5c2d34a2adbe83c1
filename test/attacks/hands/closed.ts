import { createHash } from 'node:crypto';
import { lockMonth } from '../../../server/assessment/actions/lock.ts';
import { monthExport } from '../../../server/assessment/actions/month.ts';
import { sealAudit } from '../../../server/audit/actions.ts';
import { lastSeal } from '../../../server/audit/queries.ts';
import { takeFile } from '../../../server/evidence/actions.ts';
import { cancelFact } from '../../../server/fact/actions.ts';
import { newId } from '../../../server/kernel/ids.ts';
import { another, aScoredCounty, bringOn } from '../../scored.ts';

const clipping = Buffer.from('%PDF-1.7 邵阳日报 10 月 19 日 3 版');
const evidence = createHash('sha256').update(clipping).digest('hex');

/** October locked with its evidence, November under way with a correction, a later scheme, and all of it sealed in several steps. */
export async function closedCounty() {
  const county = await aScoredCounty('2023-11-20');
  const { code, as, office, happened, later, inside } = county;
  const seal = () => inside((db) => sealAudit({ db, county: code, now: new Date() }));
  const upload = {
    sha256: evidence,
    mediaType: 'application/pdf' as const,
    name: '剪报.pdf',
    size: clipping.length,
    content: clipping,
  };
  await as((context) => takeFile(context, upload), office);
  const locked = [
    await happened(1, 'adoption', '2023-10-19', { carrier: '邵阳日报', tier: 'municipal', title: '水引到田头' }, [evidence]),
    await happened(2, 'submission', '2023-10-20', { article: '甲', words: 800 }),
    await happened(1, 'submission', '2023-10-21', { article: '乙', title: '路修到门口' }),
  ];
  await seal();
  const { head } = await as((context) => monthExport(context, '2023-10'));
  await later('2023-11-02', (context) => lockMonth(context, { month: '2023-10', version: 3, head }));
  await seal();
  const open = [
    await happened(1, 'adoption', '2023-11-05', { carrier: '邵阳日报', tier: 'municipal', placement: 'front' }, [evidence]),
    await happened(2, 'commission', '2023-11-06', { dueOn: '2023-11-10', deliveredOn: null }),
  ];
  await as((context) => cancelFact(context, locked[1] as never, newId(new Date())), office);
  await bringOn(as, another({ id: '二', from: '2023-12-01' }), [office, county.lead]);
  await seal();
  const quietAfter = (await inside((db) => lastSeal({ db, county: code })))?.lastNo ?? 0;
  await county.ask('李卫平', '/api/demo-day', { day: '2023-11-21' });
  await seal();
  const last = await inside((db) => lastSeal({ db, county: code }));
  return { code, locked, open, evidence, head: last?.head ?? '', quietAfter };
}
export type Closed = Awaited<ReturnType<typeof closedCounty>>;
