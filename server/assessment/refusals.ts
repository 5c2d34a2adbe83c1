import { refusal } from '../kernel/refusal.ts';
import type { Month } from './months.ts';

const no = (code: string, message: string) => refusal(`assessment.${code}`, 422, message);

export const refusals = {
  badJson: (what: string, message: string) => no('badJson', `${what}不是完整的 JSON：${message}。`),
  badShape: (what: string, message: string) => no('badShape', `${what}有一处看不懂：${message}。`),
  noScheme: (month: Month, known: string) =>
    no('noScheme', `没有在 ${month} 整月施行的细则（${known}）。请换一个月份，或改细则的 from、to。`),
  twoSchemes: (month: Month, a: string, b: string) =>
    no('twoSchemes', `${month} 同时有两版细则：“${a}”和“${b}”。请把前一版的 to 写到上个月底。`),
  unknownGroup: (unit: string, group: string) =>
    no('unknownGroup', `单位“${unit}”的组“${group}”不在细则的 groups 里。请在细则里加上这个组，或改名单。`),
  badFact: (id: string, message: string) => no('badFact', `事实“${id}”${message}。`),
  badRoster: (unit: string, message: string) => no('badRoster', `名单里的单位“${unit}”${message}。`),
  noneAdopted: (month: Month) => no('noneAdopted', `${month} 还没有采用考核细则，算不出得分；请专班办公室先采用一版。`),
  noMonth: (month: Month) => refusal('assessment.noMonth', 404, `${month} 还没有到，请换一个月份。`),
  noUnit: refusal('assessment.noUnit', 404, '这个月的考评里没有这个单位，请返回总表。'),

  oneVersion: no('oneVersion', '一次只采用一版细则；请把几版分成几个文件，先后采用。'),
  wholeMonths: no('wholeMonths', '细则只从某月 1 日起施行、到某月最后一天为止；请改 from、to。'),
  missingGroups: (names: readonly string[]) =>
    no('missingGroups', `名录里有${names.map((name) => `“${name}”`).join('、')}的单位，细则的 groups 里没有；请加上这个组。`),
  overLocked: (month: Month, next: Month) =>
    refusal('assessment.overLocked', 409, `${month} 已经锁定，细则不能改到它头上；新细则请从 ${next}-01 起。`),
  underWay: (month: string, next: Month) =>
    refusal('assessment.underWay', 409, `${month}已经按现细则计分，新细则请从 ${next}-01 起。`),
  notLater: (name: string, from: string) =>
    refusal('assessment.notLater', 409, `已有从 ${from} 起的“${name}”，新的一版要从它之后的月份起；请改 from。`),
  codeTaken: refusal('assessment.codeTaken', 409, '这个编号的细则已经采用过；请给新的一版另编一个编号（id）。'),

  mayNotLock: refusal('assessment.mayNotLock', 403, '月度锁定由专班分管领导办理，请找他。'),
  mayNotExport: refusal('assessment.mayNotExport', 403, '导出文件里有各单位的得分单，请找专班办公室。'),
  lockedAlready: (month: Month, by: string) =>
    refusal('assessment.lockedAlready', 409, `${month} 已由${by}锁定，锁定只有一次；以后的变化作为下个月的更正。`),
  clockBehind: (today: string, last: string) =>
    refusal(
      'assessment.clockBehind',
      409,
      `系统日期是 ${today}，比上次锁定的 ${last} 还早，时钟不对；锁定不能改，请系统管理员核对服务器的时间再锁定。`,
    ),
  movedOn: refusal('assessment.movedOn', 409, '打开之后又有变化，现在的得分和您看到的不同；请刷新看过再锁定。'),
  stillOpen: (words: readonly string[]) => refusal('assessment.stillOpen', 409, `还不能锁定：${words.join('；')}。请先办完。`),
};

export const constraintRefusals = {
  scheme_code_once: refusals.codeTaken,
  scheme_from_once: refusal('assessment.fromTaken', 409, '同一天起施行的细则刚由别人采用，没有重复采用；请刷新看看。'),
  month_lock_pkey: refusal('assessment.lockedAlready', 409, '这个月刚由别人锁定，锁定只有一次；请刷新看看。'),
};
