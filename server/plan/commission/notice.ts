import type { CountyDate } from '../../kernel/dates.ts';
import type { Commission } from './commission.ts';

type Ordered = Pick<Commission, 'unitName' | 'title' | 'wishes' | 'words' | 'projectName' | 'theme' | 'dueOn' | 'orderedOn'>;

/** The order as words to paste into the work group. */
export function noticeText({ unitName, title, wishes, words, projectName, theme, dueOn, orderedOn }: Ordered): string {
  const lines = [
    `【约稿】${unitName}：`,
    `请写一篇《${title}》，${inWords(dueOn)}（星期${weekday(dueOn)}）前报送。`,
    ...(wishes === '' ? [] : [`要写到：${wishes.replace(/\s*\n\s*/g, ' ')}`]),
    ...(words === null ? [] : [`字数：${words} 字左右`]),
    ...(projectName === null ? [] : [`实事项目：${projectName}`]),
    ...(theme === null ? [] : [`宣传主题：${theme}`]),
    '怎么交：进系统“采编—约稿”，点这一条的“写稿”；三审三校签完就是报送。',
    `专班办公室　${inWords(orderedOn)}`,
  ];
  return lines.join('\n');
}

const inWords = (day: CountyDate) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
const weekday = (day: CountyDate) => '日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()];
