const changed =
  /(?:由原来的?|由|从)[^，,。；由从]{1,30}?(?:调整|修改|变更|更改|改|提高|增加|增|提升|降低|减少|减)(?:为|到|至)(?=\S)/g;

/** 由不少于2篇调整为不少于4篇 → 不少于4篇: what holds from now on. */
export const asItNowIs = (sentence: string) => sentence.replaceAll(changed, '');
