/** The runs of so many characters that a text has; spaces and punctuation do not count. */
function gramsOf(text: string, length: number): Set<string> {
  const letters = [...text.replace(/[^\p{L}\p{N}]/gu, '')];
  return new Set(
    letters.slice(0, Math.max(0, letters.length - length + 1)).map((_, at) => letters.slice(at, at + length).join('')),
  );
}

/** How much of the shorter of two texts stands in the other too, in whole percent; null where one is too short to say. */
export function overlapPercent(a: string, b: string, length: number): number | null {
  const [one, other] = [gramsOf(a, length), gramsOf(b, length)];
  const least = Math.min(one.size, other.size);
  if (least === 0) return null;
  const both = [...one].filter((gram) => other.has(gram)).length;
  return Math.floor((both * 100) / least);
}
