type Said = { of: string | undefined; from: string; to: string };

/** What a person says of a window, as one text: 第2场：2023-10-11—2023-10-15. */
export const saidOf = ({ of, from, to }: Said) => `${of === undefined ? '' : `${of}：`}${from}—${to}`;

export function daysOf(words: string): Said {
  const [, of, from = '', to = ''] = /^(?:(.+)：)?(.*?)—(.*)$/.exec(words) ?? [];
  return { of, from, to };
}
