import { html, raw } from 'hono/html';
import type { CountyDate } from '../kernel/dates.ts';
import { day } from './words.ts';

/** `path`: of the page itself, for showing it in other letters. */
export type Place = { county: string; demo: boolean; today: CountyDate; large: boolean; path: string; bulletins: boolean };

/** The frame of every public page; without any script, and in 适老 letters when the address says `large`. */
export const layout = (
  { county, demo, today, large, path, bulletins }: Place,
  title: string,
  main: unknown,
) => html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/portal/tokens.css"><link rel="stylesheet" href="/portal/portal.css"><link rel="stylesheet" href="/portal/home.css"><link rel="stylesheet" href="/portal/paper.css">
</head>
<body class="portal${large ? ' large' : ''}">
<a class="skip" href="#main">跳到正文</a>
<header>
${demo ? html`<div class="demo"><p class="wrap">演示数据，今天按 ${day(today)}算</p></div>` : ''}
<div class="mast"><div class="wrap">
  <a class="who" href="${home(large)}"><i aria-hidden="true">实</i>${county}民生实事</a>
  <nav aria-label="主导航"><a href="${home(large)}#projects">实事</a><a href="${home(large)}#schedule">日程</a>${
    bulletins
      ? html`<a href="/bulletins${large ? '?large=1' : ''}"${path.startsWith('/bulletins') ? raw(' aria-current="page"') : ''}>通报</a>`
      : ''
  }</nav>
  <div class="tools"><a class="btn" href="${path}${large ? '' : '?large=1'}">${large ? '标准字' : '大字'}</a></div>
</div></div></header>
<main id="main" class="wrap">${main}</main>
<footer class="foot"><div class="wrap"><ul><li><a href="/workbench/">工作人员登录</a></li><li><a href="/audit-head.txt">审计摘要</a></li></ul>
<p>主办：${county}打好重点民生保障仗工作专班办公室${demo ? '（演示）' : ''}。非涉密系统，严禁处理国家秘密。</p></div></footer>
</body></html>`;

const home = (large: boolean) => (large ? '/?large=1' : '/');
