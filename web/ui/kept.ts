/** Remembers words on this computer; false when there is no room for them, which must stop nobody's work. */
export function keepHere(place: string, words: string): boolean {
  try {
    localStorage.setItem(place, words);
    return true;
  } catch {
    localStorage.removeItem(place);
    return false;
  }
}
