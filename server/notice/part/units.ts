import type { CampaignUnit } from '../reading.ts';
import { separatedBy, splitOutside } from './split.ts';

const ends = [
  '局|厅|部|委|办|署|处|科|股|室|站|所|队|组|联|院|校|馆|中心|公司|集团|银行|支行|分行|电视台|广播台|日报|报社|新闻网|合作社|联社|供销社',
  '委员会|协会|红十字会|联合会|工会|商会|基金会|理事会|管委会|团委|党校|支部|机关|政府|办事处|街道|镇|乡|村|社区|园艺场|林场|农场|牧场|渔场|（场）',
  '园区|开发区|医院|学校|企业|单位|部门|机构|专班|团体|领导小组|指挥部|派出所',
].join('|');
const office = new RegExp(`(?:${ends})$`);
const LONGEST_NAME = 40;
const bracketed = /[（(【〔][^（）()【】〔〕]*[）)】〕]/g;

/** Formed like the name of an office: nobody has to know it beforehand. */
export function isOffice(name: string): boolean {
  const bare = name.replaceAll(bracketed, '').replace(/等$/, '').trim();
  return bare.length >= 2 && bare.length <= LONGEST_NAME && office.test(bare) && !/[，。；：,;:？！]/.test(bare);
}

type Role = CampaignUnit['role'];
const label = /(?<role>牵头|主办|主责|责任|负责|承办|实施|配合|协办|协同|参与|参加|协助|支持)(?:单位|部门|科室)?\s*[:：]/g;
const mark = /[（(]\s*(?<role>牵头|主办|主责|负责|承办|配合|协办|协同|参与|参加|协助|支持)(?:单位|部门)?\s*[）)]/;
const spoken =
  /(?<!各|各个|相关|有关|其他)(?:等(?:单位|部门)?)?(?<role>牵头|主办|主责|负责|承办|配合|协办|协同|参与|参加|协助|支持)(?:单位|实施|落实|配合)?$/;
const roles: Readonly<Record<string, Role>> = { 牵头: 'lead', 主办: 'lead', 主责: 'lead' };
const supporting = /配合|协办|协同|参与|参加|协助|支持/;
const roleOf = (word: string | undefined, otherwise: Role): Role =>
  word === undefined ? otherwise : supporting.test(word) ? 'support' : (roles[word] ?? 'responsible');

/** Names as printed, in text order, with the role that a label, a bracket or a verb gives them, else `role`. */
export function splitUnits(text: string, role: Role = 'responsible'): CampaignUnit[] {
  if (none.test(text)) return [];
  return labelled(text, role).flatMap((part) => groupsOf(part.text, part.role));
}

/** What offices write into a cell that stays empty. */
const none = /^\s*(?:[-—－–―/／\\]+|无|暂无)\s*$/;

/** 牵头单位：甲、乙；配合单位：丙 → [甲、乙 | lead], [丙 | support]. */
function labelled(text: string, role: Role): { text: string; role: Role }[] {
  const parts = [{ text, role }];
  for (const { 0: found, groups, index } of text.matchAll(label)) {
    const last = parts.at(-1);
    if (last) last.text = text.slice(text.length - last.text.length, index);
    parts.push({ text: text.slice(index + found.length), role: roleOf(groups?.role, role) });
  }
  return parts.filter((part) => part.text.trim() !== '');
}

/** 甲、乙牵头，丙配合: a verb at the end of a group holds for the whole group. */
function groupsOf(text: string, role: Role): CampaignUnit[] {
  return text.split(/[，,；;。\n]/).flatMap((group) => {
    const verb = spoken.exec(group.trim());
    const names = verb ? group.trim().slice(0, verb.index) : group;
    const held = names.trim() === '' ? '' : names;
    return besideLead(splitNames(held).map((name) => oneUnit(name, roleOf(verb?.groups?.role, role))));
  });
}

/** 甲（牵头）、乙: who stands unmarked beside a lead supports it. */
function besideLead(units: readonly (CampaignUnit & { marked: boolean })[]): CampaignUnit[] {
  const led = units.some(({ role, marked }) => marked && role === 'lead');
  return units.map(({ name, role, marked }) => ({ name, role: led && !marked && role === 'responsible' ? 'support' : role }));
}

function oneUnit(printed: string, role: Role): CampaignUnit & { marked: boolean } {
  const found = mark.exec(printed);
  return { name: printed.replace(mark, '').trim(), role: roleOf(found?.groups?.role, role), marked: found !== null };
}

const betweenNames = separatedBy('、/／ \\u3000\\t');
/** 甲局（乙局具体负责） are two. */
const within = /[（(]由?([^（）()]{2,20}?)具体(?:负责|承办|实施|落实)[）)]/g;
const besides = (text: string) => text.replaceAll(within, (all, name: string) => (isOffice(name) ? `、${name}` : all));

const splitNames = (text: string) =>
  splitOutside(besides(text), betweenNames)
    .flatMap(atConjunction)
    .map((name) => name.replace(/^[由请]/, '').trim())
    .filter((name) => name !== '');

/** 甲局和乙局 are two when both sides are offices; 和平镇 and 共和街道 are one. */
function atConjunction(name: string): string[] {
  for (const { index } of name.matchAll(/[和与及]/g)) {
    const [left, right] = [name.slice(0, index), name.slice(index + 1)];
    if (isOffice(left) && isOffice(right)) return [left, ...atConjunction(right)];
  }
  return [name];
}
