import { html } from 'hono/html';
import type { Campaign, Project } from '../plan/plan.ts';
import { type ElementKey, elements } from '../project/elements.ts';
import type { Membership } from '../project/project.ts';
import { unitRoles } from '../project/project.ts';
import { lastMonthEnded, paceWords } from '../project/schedule.ts';
import type { Version } from '../project/sheet.ts';
import { dayWords, percent, wordsOf } from '../project/words.ts';
import { layout, type Place } from './layout.ts';
import { span } from './words.ts';

/** What residents may read of a project: only what was confirmed, is in force today and is meant for them. */
export type PublicProject = {
  project: Project;
  facts: ReadonlyMap<ElementKey, Version>;
  former: ReadonlyMap<ElementKey, readonly Version[]>; // confirmed values that held before, the newest first
  members: readonly Membership[];
  campaigns: readonly Campaign[];
};

/** 项目页: who, how much, by when, where; how far it is; and what each word rests on. */
export function projectPage(place: Place, { project, facts, former, members, campaigns }: PublicProject) {
  const lines = (key: ElementKey) => {
    const value = facts.get(key)?.value;
    return value && value.kind !== 'none' ? wordsOf(value) : [];
  };
  const lead = lines('policyContent');
  return layout(
    place,
    project.name,
    html`
    <p class="crumbs"><a href="/${place.large ? '?large=1' : ''}">首页</a> › <a href="/${place.large ? '?large=1' : ''}#projects">实事</a>${project.theme ? ` › ${project.theme}` : ''}</p>
    <div class="open"><div><h1>${project.name}</h1>
      ${lead.length > 0 ? lead.map((line) => html`<p class="lead">${line}</p>`) : ''}
      ${facts.size === 0 ? html`<p class="lead">这个项目的政策正在核对，核对一条公布一条。要问的可以先找责任单位。</p>` : ''}</div></div>
    ${quick(lines)}
    ${section('apply', '怎么申请', steps(lines))}
    ${section('where', '到哪里办，打什么电话', where(lines, members, campaigns))}
    ${progressOf(facts.get('progress'))}
    ${fundsOf(facts.get('funds'))}
    ${sources(facts, former)}`,
  );
}

type Lines = (key: ElementKey) => string[];
const quickest = [
  ['beneficiaryGroup', '给谁'],
  ['subsidyStandard', '给多少'],
  ['validity', '什么时候'],
  ['place', '找谁'],
] as const;

/** The four answers that most people come for; what nobody has confirmed yet is not there. */
function quick(lines: Lines) {
  const cards = quickest.flatMap(([key, word]) => {
    const found = lines(key);
    return found.length > 0
      ? [html`<div class="card"><p class="cap">${word}</p>${found.map((line) => html`<p><b>${line}</b></p>`)}</div>`]
      : [];
  });
  return cards.length > 0 ? html`<section class="sec cols" aria-label="要点">${cards}</section>` : '';
}

const section = (id: string, title: string, inside: unknown) =>
  inside === '' ? '' : html`<section class="sec" id="${id}"><h2>${title}</h2>${inside}</section>`;

function steps(lines: Lines) {
  const [way, materials, limit] = [lines('applicationProcedure'), lines('materials'), lines('timeLimit')];
  if (way.length + materials.length + limit.length === 0) return '';
  const told = (words: readonly string[]) => words.map((line) => html`<li><div>${line}</div></li>`);
  return html`${limit.length > 0 ? html`<p>一般 ${limit.join('')}办好。</p>` : ''}
    ${way.length > 0 ? html`<ol class="list plain">${told(way)}</ol>` : ''}
    ${materials.length > 0 ? html`<h3>要带什么</h3><ul class="list plain">${told(materials)}</ul>` : ''}`;
}

function where(lines: Lines, members: readonly Membership[], campaigns: readonly Campaign[]) {
  const rows: (readonly [string, readonly string[]])[] = [
    ['办理地点', lines('place')],
    ['咨询电话', lines('hotline')],
    ['监督电话', lines('supervisionLine')],
    ...members.map(({ role, unitName }) => [`${unitRoles[role]}单位`, [unitName]] as const),
    ...(members.length === 0
      ? campaigns.map(({ units }) => ['责任单位', [units.map(({ name }) => name).join('、')]] as const)
      : []),
    ...campaigns.map((campaign) => ['集中宣传', [`${span(campaign)}，${campaign.theme}`]] as const),
  ];
  const told = rows.filter(([, words]) => words.length > 0);
  if (told.length === 0) return '';
  return html`<dl class="known">${told.map(([term, words]) => html`<div><dt>${term}</dt><dd>${term.endsWith('电话') ? calls(words) : words.join('，')}</dd></div>`)}</dl>`;
}

/** A number that a phone dials when it is touched. */
const calls = (words: readonly string[]) =>
  words.flatMap((line) => line.split('、')).map((number) => html`<a href="tel:${number}">${number}</a> `);

/** 办到哪了: how much is done of the year's, beside how much of the year is over on the day of the figure. */
function progressOf(fact: Version | undefined) {
  const value = fact?.value;
  if (value?.kind !== 'progress') return '';
  const { measure, planned, done, asOf } = value;
  const width = Math.min(100, Math.floor((done * 100) / planned));
  const month = lastMonthEnded(asOf);
  return html`<section class="sec" id="progress"><h2>办到哪了：全年 ${planned} ${measure}，已办 ${done} ${measure}</h2>
    <p>到${dayWords(asOf)}，${month === null ? `已完成 ${percent(done, planned)}` : paceWords(value, month)}。</p>
    <svg class="prog" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="已办 ${percent(done, planned)}"><rect class="track" width="100" height="10"/><rect class="fill" width="${width}" height="10"/></svg>
  </section>`;
}

function fundsOf(fact: Version | undefined) {
  const value = fact?.value;
  if (value?.kind !== 'funds') return '';
  return html`<section class="sec" id="funds"><h2>钱</h2>${wordsOf(value).map((line) => html`<p>${line}</p>`)}</section>`;
}

/** 这些话从哪来: every confirmed element with its source, clause and day. */
function sources(facts: PublicProject['facts'], former: PublicProject['former']) {
  if (facts.size === 0) return '';
  return html`<section class="sec" id="sources"><h2>这些话从哪来</h2><p>一条一条对着来源核过，改了会写明从哪天起。</p>
    <dl class="known">${[...facts].map(
      ([key, { value, source, clause, statedOn, fromOn }]) => html`<div><dt>${elements[key].label}</dt><dd>
        ${wordsOf(value).map((line) => html`<p>${line}</p>`)}
        <p class="cap">${source}${clause && ` ${clause}`}，${dayWords(statedOn)}；${dayWords(fromOn)}起</p>
        ${before(former.get(key) ?? [])}</dd></div>`,
    )}</dl></section>`;
}

/** What was said before stays readable, with the days on which it held. */
const before = (versions: readonly Version[]) =>
  versions.length === 0
    ? ''
    : html`<details><summary>改过 ${versions.length} 次</summary>${versions.map(
        ({ value, fromOn, toOn }) =>
          html`<p>${wordsOf(value).join('；')}<br><span class="cap">${dayWords(fromOn)}—${toOn ? dayWords(toOn) : ''}</span></p>`,
      )}</details>`;

/** Not there, or of another county: nobody is told which. */
export const noProject = (place: Place) =>
  layout(
    place,
    '没有这个项目',
    html`<div class="open"><div><h1>没有这个项目</h1><p class="lead">清单里没有这个项目，可能地址不完整。</p>
      <p><a class="go" href="/#projects">看全部实事</a></p></div></div>`,
  );
