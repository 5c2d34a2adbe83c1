import { useRef, useState } from 'react';

/** The link with which a person sets his own password: shown here and never again. */
export function OneTimeLink({ secret }: { secret: string }) {
  const address = `${location.origin}/workbench/invitation/${secret}`;
  const box = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    box.current?.select();
    // browsers keep the clipboard from pages on plain http: then the address at least stands selected
    const copied = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    setSaid(copied ? '✓ 已复制' : '已选中，请按 Ctrl C 复制');
  };
  return (
    <div className="said ok">
      <p>✓ 请把链接发给本人，7 天内有效，只显示这一次：</p>
      <input ref={box} readOnly aria-label="邀请链接" value={address} onFocus={({ target }) => target.select()} />{' '}
      <button type="button" className="btn small" onClick={copy}>
        复制
      </button>{' '}
      <span role="status">{said}</span>
    </div>
  );
}
