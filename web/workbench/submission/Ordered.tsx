import { useQuery } from '@tanstack/react-query';
import { commissionList } from '../plan/commission/commissions.ts';

/** What the office asked for, beside the article that answers it. */
export function Ordered({ commission }: { commission: string }) {
  const { data } = useQuery(commissionList({}));
  const order = data?.commissions.find(({ id }) => id === commission);
  if (!order) return <p className="cap">按专班的约稿写，报送以后算交稿。</p>;
  const { title, wishes, words, dueOn, deliveredOn } = order;
  return (
    <section className="card ordered" aria-label="专班的约稿">
      <p>
        <b>约稿：{title}</b>　{dueOn.slice(5)} 到期{deliveredOn ? `，${deliveredOn.slice(5)} 交来` : '，报送以后算交稿'}
        {words !== null && `　${words} 字左右`}
      </p>
      {wishes && <p>要写到：{wishes}</p>}
    </section>
  );
}
