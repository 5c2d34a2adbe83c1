import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { planNow } from './plan/planNow.ts';

const pages = [
  { to: '/', label: '工作台' },
  { to: '/plan', label: '方案' },
  { to: '/plan/new', label: '读入通知' },
  { to: '/units', label: '单位名录' },
  { to: '/people', label: '人员名单' },
  { to: '/password', label: '我的密码' },
];

/** Ctrl K: pages, campaigns, projects and the units in them, by any part of their name. */
export function Find() {
  const box = useRef<HTMLDialogElement>(null);
  const [wanted, setWanted] = useState('');
  const { data } = useQuery(planNow);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      box.current?.showModal();
    };
    addEventListener('keydown', open);
    return () => removeEventListener('keydown', open);
  }, []);
  const campaigns = (data?.campaigns ?? []).map(({ no, theme, units }) => ({
    to: '/plan',
    label: `第 ${no} 场 ${theme}（${units.map(({ name }) => name).join('、')}）`,
  }));
  const projects = (data?.projects ?? []).map(({ name }) => ({ to: '/plan', label: name }));
  const found = [...pages, ...campaigns, ...projects].filter(({ label }) =>
    label.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  return (
    <>
      <button type="button" className="btn text small" onClick={() => box.current?.showModal()}>
        查找 <kbd>Ctrl K</kbd>
      </button>
      <dialog ref={box} className="find" aria-label="查找" onClose={() => setWanted('')}>
        <input
          aria-label="查找页面、场次、项目"
          placeholder="页面、场次、项目"
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
        <ul>
          {found.map(({ to, label }) => (
            <li key={label}>
              <Link to={to} onClick={() => box.current?.close()}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p className="cap">没有找到，换一个字试试。</p>}
      </dialog>
    </>
  );
}
