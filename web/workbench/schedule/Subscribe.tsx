import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';

const myLink = queryOptions({
  queryKey: ['schedule', 'link'],
  queryFn: async () => (await api['calendar-link'].$get()).json(),
});

/** 24 random bytes as the address takes them; made here, so that the server never says it and keeps only its digest. */
const newSecret = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))))
    .replaceAll('+', '-')
    .replaceAll('/', '_');

/** One's own link for the calendar of a phone or of a mail program; it is seen once. */
export function Subscribe() {
  const { data } = useQuery(myLink);
  const client = useQueryClient();
  const [shown, setShown] = useState<string>();
  const done = () => client.invalidateQueries({ queryKey: ['schedule', 'link'] });
  const make = useWrite<string, unknown>(async (secret, once) => {
    await api['calendar-link'].$post({ json: { secret } }, once);
    setShown(`${location.origin}/api/schedule.ics?key=${secret}`);
  }, done);
  const revoke = useWrite<void, unknown>(async (_given, once) => {
    await api['calendar-link'].revoking.$post({ json: {} }, once);
    setShown(undefined);
  }, done);
  if (!data) return null;
  const busy = make.isPending || revoke.isPending;
  return (
    <section className="card subscribe">
      <header>
        <h2>订阅到手机、邮箱的日历：{data.link ? '✓ 有一个链接在用' : '— 还没有链接'}</h2>
      </header>
      <p>
        知道链接的人不用登录就能看到各场的主题、责任单位和日子，看不到别的；不要转给别人，丢了就停用，或另生成一个，旧的随即失效。
      </p>
      {shown && (
        <label className="fill">
          <span>只显示这一次，请复制到日历软件的“订阅”里</span>
          <input readOnly value={shown} onFocus={({ target }) => target.select()} />
        </label>
      )}
      <Said error={make.error ?? revoke.error} />
      <p className="choices">
        <ActionButton
          label={data.link ? '另生成一个链接' : '生成订阅链接'}
          whyNot={null}
          busy={busy}
          onClick={() => make.mutate(newSecret())}
        />
        {data.link && <ActionButton label="停用链接" whyNot={null} busy={busy} onClick={() => revoke.mutate()} />}
      </p>
    </section>
  );
}
