import { html, raw } from 'hono/html';
import type { Bulletin } from '../bulletin/bulletin.ts';
import { monthInWords } from '../bulletin/words.ts';
import { layout, type Place } from './layout.ts';
import { day } from './words.ts';

const titleOf = ({ month }: Pick<Bulletin, 'month'>) => `${monthInWords(month)}重点民生实事宣传工作情况的通报`;
const linkOf = ({ month }: Pick<Bulletin, 'month'>, { large }: Place) => `/bulletins/${month}${large ? '?large=1' : ''}`;

/** 通报 that were made public, newest first. */
export const bulletinsPage = (place: Place, bulletins: readonly Bulletin[]) =>
  layout(
    place,
    `${place.county}民生实事宣传通报`,
    html`
    <div class="open"><div><h1>每月通报</h1>
      <p class="lead">各单位每月报送了多少、刊发了多少，都在这里；每一期都可以重新计算核对。</p></div></div>
    <section class="sec" aria-label="通报">${
      bulletins.length === 0
        ? html`<p>还没有公开的通报。</p>`
        : html`<ul class="list">${bulletins.map((bulletin) => bulletinLine(bulletin, place))}</ul>`
    }</section>`,
  );

const bulletinLine = (bulletin: Bulletin, place: Place) => html`<li>
  <div><a href="${linkOf(bulletin, place)}"><b>${titleOf(bulletin)}</b></a><br><span class="cap">${bulletin.number ?? ''}</span></div>
  <span>${issued(bulletin)}</span><a href="/bulletins/${bulletin.month}.pdf">PDF</a></li>`;

const issued = ({ issuedOn }: Bulletin) => (issuedOn ? `${day(issuedOn)}印发` : '');

/** What the home page says of the newest. */
export const newestBulletin = (bulletin: Bulletin, place: Place) => html`
  <section class="sec" aria-label="最新通报"><div class="card"><p class="cap">最新通报</p><h3>${titleOf(bulletin)}</h3>
    <p><a class="go" href="${linkOf(bulletin, place)}">看全文</a></p></div></section>`;

/** One of them: the paper as it was printed, its file, and what proves its figures. `paper` is markup of our own renderer. */
export const bulletinPage = (place: Place, bulletin: Bulletin, { paper, head }: { paper: string; head: string }) =>
  layout(
    place,
    titleOf(bulletin),
    html`
    <div class="open"><div><p class="cap">${issued(bulletin)}</p>
      <p><a class="btn main" href="/bulletins/${bulletin.month}.pdf">下载 PDF</a></p></div></div>
    ${raw(paper)}
    <section class="sec"><h2>怎样核对</h2>
      <p>这个月的数据摘要是 <code class="digest">${head}</code>。</p>
      <p>向专班办公室索取这个月的导出文件，打开<a href="/verify.html">核对页面</a>，把文件拖进去、把这个摘要贴上，
        就在您自己的电脑上从每一件事实重新算出全部数字。页面可以<a href="/verify.html" download="verify.html">存下来</a>，断了网也能用。</p></section>`,
  );

/** Not there, or not public: nobody is told which. */
export const noBulletin = (place: Place) =>
  layout(
    place,
    '没有这期通报',
    html`<div class="open"><div><h1>没有这期通报</h1>
      <p class="lead">这个月的通报还没有公开，或者没有这个月份。</p>
      <p><a class="go" href="/bulletins">看已经公开的通报</a></p></div></div>`,
  );
