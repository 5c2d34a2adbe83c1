/** Onto the clipboard; on plain http, where browsers keep it closed to pages, by the old way through a selection. */
export async function copyWords(words: string): Promise<boolean> {
  if (isSecureContext) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      // not allowed here: the old way still may be
    }
  }
  const area = document.createElement('textarea');
  area.value = words;
  area.className = 'sr';
  const focused = document.activeElement as HTMLElement | null;
  (focused?.closest('dialog') ?? document.body).append(area); // beside an open sheet nothing can be selected
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  focused?.focus();
  return copied;
}
