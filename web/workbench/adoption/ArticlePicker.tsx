import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { states } from '../../../server/submission/submission.ts';
import { articlesLike } from './claims.ts';

type Chosen = { id: string | null; title: string };
type Props = { unit: string | undefined; chosen: string | null; choose: (article: Chosen) => void };

/** Which article of the unit it was, or one that a medium wrote by itself. */
export function ArticlePicker({ unit, chosen, choose }: Props) {
  const [q, setQ] = useState('');
  const { data } = useQuery(articlesLike(unit, useDeferredValue(q)));
  return (
    <fieldset className="picker">
      <legend>登的是哪一篇</legend>
      <label>
        <input type="radio" name="article" checked={chosen === null} onChange={() => choose({ id: null, title: '' })} />
        <span>
          <b>媒体自采</b>
          <small>没有报送过，媒体自己写的</small>
        </span>
      </label>
      <input
        className="wanted"
        type="search"
        aria-label="按标题找本单位的稿件"
        placeholder="按标题找本单位的稿件"
        value={q}
        onChange={({ target }) => setQ(target.value)}
      />
      <div className="choices">
        {data?.articles.map(({ id, title, state, claims }) => (
          <label key={id}>
            <input type="radio" name="article" checked={chosen === id} onChange={() => choose({ id, title })} />
            <span>
              {title}
              <small>
                {states[state]}
                {claims > 0 && `，已认领 ${claims} 处`}
              </small>
            </span>
          </label>
        ))}
        {data?.articles.length === 0 && (
          <p className="cap">{q ? '没有这样的稿件，换一个字试试。' : '还没有稿件，请选“媒体自采”。'}</p>
        )}
      </div>
    </fieldset>
  );
}
