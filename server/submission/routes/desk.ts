import { reads } from '../../app.ts';
import { incoming } from '../queries/desk.ts';
import { countsByState } from '../queries/lists.ts';

const most = 200;

/** The pile on the office's desk, and how many there are of it in all. */
export const desk = reads({ input: {}, rights: 'article.read' }, async (context) => {
  const [articles, counts] = await Promise.all([incoming(context, most), countsByState(context)]);
  return { articles, total: counts.find(({ state }) => state === 'submitted')?.count ?? 0 };
});
