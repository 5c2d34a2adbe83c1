import { html } from 'hono/html';
import type { Bulletin } from '../bulletin/bulletin.ts';
import type { CountyDate } from '../kernel/dates.ts';
import type { Campaign, Plan, Project } from '../plan/plan.ts';
import { projectRanks } from '../plan/plan.ts';
import { newestBulletin } from './bulletins.ts';
import { layout, type Place } from './layout.ts';
import { day, span, stateOf, states } from './words.ts';

export type Home = Place & {
  plan: Plan | null;
  campaigns: readonly Campaign[];
  projects: readonly Project[];
  newest: Bulletin | null;
};

/** 门户首页: what the county promised this year, and when and by whom each part of it is told. */
export function homePage(home: Home) {
  const { plan, campaigns, projects, today } = home;
  if (!plan) return layout(home, `${home.county}民生实事`, nothingYet());
  return layout(
    home,
    `${home.county} ${plan.year} 年民生实事`,
    html`
    <div class="open"><div>
      <h1>今年的 ${projects.length}&nbsp;项实事，<wbr>谁在办，<wbr>什么时候来讲</h1>
      <p class="lead">县里答应办的事，分 ${campaigns.length} 场到您身边讲清楚。</p>
    </div></div>
    ${nowOn(campaigns, today)}
    ${home.newest ? newestBulletin(home.newest, home) : ''}
    <section class="sec" id="projects"><h2>${projects.length} 项实事</h2>
      <p>按宣传主题排列，下面是这一场的责任单位，有事可以去问。</p>
      <ul class="list">${projects.map((project) => projectLine(project, campaigns, home.large))}</ul></section>
    <section class="sec" id="schedule"><h2>${campaigns.length} 场集中宣传的日程</h2>
      <p>来自《${plan.title}》${plan.issuedOn ? `，${day(plan.issuedOn)}印发` : ''}。</p>
      <ul class="list">${campaigns.map((campaign) => campaignLine(campaign, today))}</ul></section>`,
  );
}

const nothingYet = () => html`<div class="open"><div><h1>今年的实事清单还没有公布</h1>
  <p class="lead">清单和宣传日程确定以后，就在这一页公布。请过几天再来看。</p></div></div>`;

function nowOn(campaigns: readonly Campaign[], today: CountyDate) {
  const now = campaigns.filter((campaign) => stateOf(campaign, today) === 'on');
  const next = campaigns.find((campaign) => stateOf(campaign, today) === 'ahead');
  if (now.length === 0 && !next) return '';
  return html`<section class="sec cols" aria-label="近期宣传">
    ${now.map((campaign) => card('正在宣传', campaign))}
    ${next ? card('下一场', next) : ''}</section>`;
}

const card = (label: string, { theme, projects, units, ...window }: Campaign) => html`
  <div class="card"><p class="cap">${label}</p><h3>${theme}</h3>
    <p>${span(window)} · ${units.map(({ name }) => name).join('、')}</p>
    <p class="cap">${projects.length > 0 ? projects.join('；') : '综合宣传全年实事'}</p></div>`;

function projectLine({ id, name, rank, theme }: Project, campaigns: readonly Campaign[], large: boolean) {
  const campaign = campaigns.find(({ projects }) => projects.includes(name));
  return html`<li><div><a href="/projects/${id}${large ? '?large=1' : ''}"><b>${name}</b></a><br><span class="cap">${campaign?.units.map(({ name }) => name).join('、') ?? ''}</span></div>
    <span>${theme ?? ''}</span>${rank ? html`<span class="tag">${projectRanks[rank]}</span>` : ''}</li>`;
}

function campaignLine(campaign: Campaign, today: CountyDate) {
  const { mark, word, tone } = states[stateOf(campaign, today)];
  return html`<li><div><b>第 ${campaign.no} 场　${campaign.theme}</b><br>
    <span class="cap">${campaign.units.map(({ name }) => name).join('、')}</span></div>
    <span>${span(campaign)}</span><span class="tag ${tone}">${mark} ${word}</span></li>`;
}
