import type { UnitKind } from '../../../server/identity/identity.ts';

const endings: readonly (readonly [RegExp, UnitKind])[] = [
  [/(专班|领导小组)(办公室|办)?$/, 'office'],
  [/(联合会|[妇残科侨]联|工会|团委|红十字会|工商联|文联)$/, 'mass'],
  [/(公司|集团|银行|供电局|电力局|税务局|邮政|烟草)$/, 'enterprise'],
  [/(镇|乡|街道|街道办事处|林场|园艺场|管委会)$/, 'township'],
  [/(中心|医院|学校|中学|学院|站|所|馆|台)$/, 'institution'],
];

/** What kind of unit the name looks like; a person sees it and may choose another. */
export const likelyKind = (name: string): UnitKind => endings.find(([ending]) => ending.test(name))?.[1] ?? 'government';
