import { clock } from './articles.ts';
import type { Trouble } from './autosave.ts';

type Props = {
  saver: { isSaved: boolean };
  savedAt: string | null;
  trouble: Trouble | null;
  keeps: boolean;
  other: object | null;
};

/** Whether what is typed is safe, said quietly, and otherwise what is safe and what happens next. */
export function SavedState({ saver, savedAt, trouble, keeps, other }: Props) {
  const here = keeps ? '写的都在这台电脑上' : '这台电脑存不下了，先别关这一页';
  const words = () => {
    if (other || trouble?.kind === 'conflict') return `! 没有自动保存：别处也改过，${here}`;
    if (trouble?.kind === 'refused') return `! 没有自动保存：${trouble.error.message}${here}。`;
    if (trouble) return `! 暂时没存上，${here}，正在重试`;
    if (!saver.isSaved) return '◔ 正在保存……';
    return savedAt ? `✓ 已自动保存 ${clock(savedAt)}` : '写下的会自动保存';
  };
  return (
    <p className={trouble || other ? 'saved trouble' : 'saved'} role="status">
      {words()}
    </p>
  );
}
