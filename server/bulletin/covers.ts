/** How a unit can stand in a measure of the notice: a mark and a word. `counted`: a number that nothing is asked of. */
export const covers = {
  done: { mark: '✓', word: '完成' },
  short: { mark: '!', word: '未完成' },
  notDue: { mark: '◔', word: '未到期' },
  counted: { mark: '●', word: '只记数' },
  unrecorded: { mark: '○', word: '尚未采集' },
  none: { mark: '—', word: '不适用' },
} as const;
export type Cover = keyof typeof covers;
