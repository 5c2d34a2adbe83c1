/**
 * Draws what the demo's claims stand on, newspaper columns, screenshots and signed sheets, into `clippings/`. Run once, by hand:
 * `node database/demo/draw-clippings.ts` with a Chromium in CHROMIUM or at /usr/bin/chromium. Every picture says 演示数据 across it.
 */
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { knownIn } from '../../server/channel/known.ts';
import { type October, readOctober } from '../../server/seeding/october.ts';

type Claim = October['claims'][number];
type Article = October['articles'][number];
type Paper = NonNullable<Article['rounds'][number]['paper']>;
type Piece = { carrier: string; title: string; day: string; by: string; text: string; front: boolean; no: number };

const folder = join(import.meta.dirname, 'clippings');
const largest = 15 * 1024;
const october = await readOctober();
const kinds = new Map(knownIn(430523).map(({ name, kind }) => [name, kind as string]));
const unitName = new Map(october.units.map(({ code, name }) => [code, name]));

const issues = [...new Set(october.claims.filter(({ outlet }) => outlet === '县工作简报').map(({ day }) => day))].sort();
const issueOf = (day: string) => issues.findIndex((each) => each === day) + 41;
const chinese = (day: string) => day.replace(/(\d+)-0?(\d+)-0?(\d+)/, '$1年$2月$3日');
const paragraphs = (text: string) => text.split('\n').map((each) => `<p>${each}</p>`).join('');
const grey = (lines: number) => '<i class="grey"></i>'.repeat(lines);

const style = `
  * { box-sizing: border-box; margin: 0 } body { width: 480px; height: 640px; overflow: hidden; position: relative; background: #fff; color: #222;
    font: 15px/1.65 "Noto Serif CJK SC", serif; } p { text-indent: 2em; text-align: justify }
  .mark { position: absolute; inset: 0; display: grid; place-items: center; font: 900 88px "Noto Sans CJK SC"; letter-spacing: 10px; color: #0003; }
  .mark span { transform: rotate(-32deg); border: 6px solid #0003; padding: 0 14px; white-space: nowrap }
  .grey { display: block; height: 5px; background: #c4c4c4; margin: 9px 0 } h1 { font-weight: 900; line-height: 1.3 } small { font-size: 13px; color: #555 }
  .mast { display: flex; align-items: end; gap: 12px; padding: 14px 18px 6px; border-bottom: 3px double #222 } .mast b { font-size: 30px; letter-spacing: 6px }
  .mast small { margin-left: auto; text-align: right; line-height: 1.3 } .cols { columns: 2; column-gap: 20px; padding: 0 18px }
  .flag { display: inline-block; background: #333; color: #fff; padding: 0 10px; margin: 10px 18px 0; font: 14px/24px "Noto Sans CJK SC" }
  .web { font-family: "Noto Sans CJK SC" } .bar { background: #ddd; padding: 8px 12px; font-size: 12px } .bar span { display: block; background: #fff; border-radius: 10px; padding: 2px 12px }
  .site { background: #3b5876; color: #fff; padding: 10px 18px; font-size: 21px; font-weight: 700; letter-spacing: 2px } .post { padding: 14px 18px }
  .brief b { display: block; text-align: center; color: #b3261e; font-size: 40px; letter-spacing: 12px; padding: 22px 0 2px } .brief h2 { text-align: center; font-size: 15px; font-weight: 400 }
  .brief .line { display: flex; justify-content: space-between; margin: 8px 24px 0; padding-bottom: 6px; border-bottom: 2px solid #b3261e; font-size: 14px }
  .tv { background: #555; height: 268px; color: #fff; display: flex; flex-direction: column; justify-content: flex-end } .tv div { background: #263b57; padding: 8px 16px; font: 700 20px "Noto Sans CJK SC" }
  .tv em { position: absolute; left: 16px; top: 12px; font: 700 16px "Noto Sans CJK SC" } .tv u { display: block; width: 150px; height: 150px; border-radius: 75px 75px 0 0; background: #6d6d6d; margin: 0 auto; text-decoration: none }
  .sheet { padding: 26px 26px } .sheet h1 { text-align: center; font-size: 24px; letter-spacing: 6px; margin-bottom: 12px } table { border-collapse: collapse; width: 100% } td, th { border: 1.5px solid #333; padding: 9px 8px; font-size: 15px; text-align: left; vertical-align: top }
  .hand { font: 24px/1.2 "FandolKai", "Noto Serif CJK SC", serif; color: #1d3557; transform: rotate(-4deg); display: inline-block }
  @font-face { font-family: FandolKai; src: url("file://${join(import.meta.dirname, '../../fonts/FandolKai-Regular.otf')}") }`;

const page = (name: string, inside: string) =>
  `<!doctype html><meta charset="utf-8"><style>${style}</style><body class="${name}">${inside}<div class="mark"><span>演示数据</span></div>`;

const drawings: Record<string, (piece: Piece) => string> = {
  paper: ({ carrier, title, day, by, text, front, no }) =>
    page(
      'paper',
      `<div class="mast"><b>${carrier}</b><small>${chinese(day)}<br>${front ? '第1版 · 要闻' : `第${(no % 6) + 2}版 · 民生`}</small></div>
      <span class="flag">${carrier === '邵阳日报' ? '民生实事“观察哨”' : '民生'}</span><h1 style="font-size:${front ? 34 : 27}px;padding:6px 18px 2px">${title}</h1>
      <small style="padding:0 18px">通讯员　${by}</small><div class="cols" style="margin-top:8px">${paragraphs(text)}</div><div class="cols" style="margin-top:14px;border-top:1px solid #222">${grey(16)}</div>`,
    ),
  site: ({ carrier, title, day, by, text }) =>
    page(
      'web',
      `<div class="bar"><span>（演示网址，不能打开）</span></div><div class="site">${carrier}</div><div class="post"><small>首页 &gt; 民生 &gt; 正文</small>
      <h1 style="font-size:25px;margin:6px 0">${title}</h1><small>${chinese(day)}　来源：${carrier}　作者：${by}</small><div style="margin-top:12px">${paragraphs(text)}</div></div>`,
    ),
  app: ({ carrier, title, day, by, text }) =>
    page(
      'web',
      `<div class="site" style="background:#444;text-align:center;font-size:18px">${carrier}</div><div class="post"><h1 style="font-size:26px">${title}</h1>
      <small>${carrier}客户端　${chinese(day)}　${by}</small><div class="tv" style="height:150px;margin:12px 0"><u style="width:110px;height:110px"></u></div>${paragraphs(text)}</div>`,
    ),
  broadcast: ({ carrier, title, day, text }) =>
    page(
      'web',
      `<div class="tv"><em>${carrier}</em><u></u><div>${title}</div></div><div class="post"><h1 style="font-size:19px">播出证明</h1>
      <p>栏目：民生时间</p><p>标题：${title}</p><p>播出：${chinese(day)}晚间</p><p style="margin-top:8px">${text}</p></div>`,
    ),
  brief: ({ carrier, title, day, by, text }) =>
    page(
      'brief',
      `<b>${carrier}</b><h2>第${issueOf(day)}期</h2><div class="line"><span>县政府办公室编</span><span>${chinese(day)}</span></div>
      <h1 style="font-size:23px;text-align:center;padding:18px 30px 8px">${title}</h1><div style="padding:0 30px;font-size:16px">${paragraphs(text)}<p style="text-align:right">（${by}）</p></div>`,
    ),
  account: ({ title, day, by, text }) =>
    page(
      'web',
      `<div class="site" style="background:#eee;color:#333;text-align:center;font-size:16px">公众号文章</div><div class="post"><h1 style="font-size:25px">${title}</h1>
      <small>${by}公众号　${chinese(day)}</small><div style="margin-top:14px">${paragraphs(text)}</div></div>`,
    ),
};

const beginning = (text: string) => {
  const [whole = ''] = /^.{0,165}。”?/s.exec(text) ?? [];
  return `${whole}（演示数据）`;
};

function clipping(claim: Claim, no: number): string {
  const article = october.articles.find(({ key }) => key === claim.article);
  const text = claim.excerpt ?? beginning(article?.body ?? '');
  // what was refused is not what it was said to be
  const kind = claim.decided?.decision === 'refuse' ? 'account' : (kinds.get(claim.outlet) ?? 'site');
  const by = claim.article ? (unitName.get(claim.unit) ?? '') : '本台记者';
  const piece = { carrier: claim.outlet, title: claim.title, day: claim.day, by, text, front: claim.placement === 'front', no };
  return (drawings[kind] ?? drawings.site)?.(piece) ?? '';
}

const levels = ['股室负责人<br>初审、一校', '分管领导<br>复审、二校', '主要负责人<br>终审、三校'];
const sheet = ({ title, unit }: Article, { signers }: Paper, signed: readonly string[]) =>
  page(
    'sheet',
    `<h1>三审三校审签单</h1><table><tr><th>单位<td>${unitName.get(unit)}<tr><th>标题<td>${title}<tr><th>正文<td>附后，共一版
    ${levels.map((level, at) => `<tr><th style="width:120px">${level}<td>${at === 2 ? '同意报送。' : '已审，同意。'}<br><span class="hand">${signers[at]}</span>　${chinese(signed[at] ?? '')}`).join('')}</table>
    <p style="margin-top:16px"><small>作者不签；三级由三人签。签完拍照或扫描，由信息员代录。</small></p>`,
  );

const note = ({ unit, kind, day, grade, title, words }: October['vouchers'][number]) =>
  page(
    'sheet',
    `<h1>${kind === 'instruction' ? '领导批示件' : '核查记录'}</h1><table><tr><th style="width:100px">单位<td>${unitName.get(unit)}<tr><th>关于<td>${title}
    <tr><th>${kind === 'instruction' ? '批示' : '情况'}<td style="height:230px"><span class="${kind === 'instruction' ? 'hand' : ''}">${words}</span>
    <tr><th>${kind === 'instruction' ? '领导' : '性质'}<td>${grade}<tr><th>日期<td>${chinese(day)}</table>`,
  );

type Ledger = October['projects'][number]['reports'][number];
const wan = (hundredths: number) => `${(hundredths / 100).toFixed(2)} 万元`;
const ledger = (project: string, { month, figures }: Ledger) =>
  page(
    'sheet',
    `<h1>项目进度台账</h1><table><tr><th style="width:110px">项目<td>${project}<tr><th>截至<td>${Number(month.slice(5))}月底
    <tr><th>全年任务<td>${figures.planned} ${figures.measure}<tr><th>已办<td>${figures.done} ${figures.measure}
    <tr><th>计划资金<td>${wan(figures.moneyPlanned)}<tr><th>到位<td>${wan(figures.moneyArrived)}<tr><th>已付<td>${wan(figures.moneySpent)}</table>`,
  );

const wanted: (readonly [name: string, html: string])[] = [
  ...october.claims.map((claim, at) => [claim.picture, clipping(claim, at)] as const),
  ...october.articles.flatMap((article) =>
    article.rounds.flatMap(({ paper, signed }) => (paper ? [[paper.sheet, sheet(article, paper, signed)] as const] : [])),
  ),
  ...october.vouchers.map((each) => [each.picture, note(each)] as const),
  ...october.projects.flatMap(({ project, reports }) => reports.map((each) => [each.picture, ledger(project, each)] as const)),
];

await rm(folder, { recursive: true, force: true });
await mkdir(folder);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const tab = await browser.newPage({ viewport: { width: 480, height: 640 } });
const devtools = await tab.context().newCDPSession(tab);
for (const [name, html] of wanted) {
  await tab.setContent(html, { waitUntil: 'load' });
  for (const quality of [50, 40, 30, 22, 15, 8]) {
    const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality });
    await writeFile(join(folder, name), Buffer.from(data, 'base64'));
    if ((await stat(join(folder, name))).size <= largest) break;
  }
}
await browser.close();
