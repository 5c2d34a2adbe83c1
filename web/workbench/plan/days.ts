/** The two ends that a person types for a window, as one text. */
export const daysOf = (words: string | undefined) => {
  const [from = '', to = ''] = (words ?? '').split('—');
  return { from, to };
};
