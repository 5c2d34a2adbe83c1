import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { allOutlets } from './channel/outlets.ts';
import { allUnits, everybody } from './identity/lists.ts';
import { planNow } from './plan/planNow.ts';

const most = 60;
const pages: readonly Named[] = [
  { to: '/', label: '工作台' },
  { to: '/plan', label: '方案' },
  { to: '/plan/new', label: '读入通知' },
  { to: '/projects', label: '项目' },
  { to: '/project-reports', label: '项目月报' },
  { to: '/project-year', label: '项目全年核对' },
  { to: '/articles', label: '稿件' },
  { to: '/commissions', label: '约稿' },
  { to: '/units', label: '单位名录' },
  { to: '/people', label: '人员名单' },
  { to: '/outlets', label: '媒体名录' },
  { to: '/claims', label: '采用认领' },
  { to: '/claims/new', label: '认领采用' },
  { to: '/claims/verify', label: '采用核验' },
  { to: '/password', label: '我的密码' },
  { to: '/bulletins', label: '通报' },
  { to: '/assessment', label: '月度考评' },
  { to: '/objections', label: '异议复核' },
  { to: '/vouchers', label: '批示、差错登记' },
  { to: '/scheme', label: '考核细则' },
];

type Named = { to: string; label: string; search?: { q: string } };

/** Everything with a name that this person may see; what he may not see is simply not found. */
function useNames(enabled: boolean): Named[] {
  const { data: plan } = useQuery({ ...planNow, enabled });
  const { data: roster } = useQuery({ ...allUnits, enabled });
  const { data: staff } = useQuery({ ...everybody, enabled });
  const { data: media } = useQuery({ ...allOutlets, enabled });
  return [
    ...(plan?.campaigns ?? []).map(({ no, theme, units }) => ({
      to: '/plan',
      label: `第 ${no} 场 ${theme}（${units.map(({ name }) => name).join('、')}）`,
    })),
    ...(plan?.projects ?? []).map(({ id, name }) => ({ to: `/projects/${id}`, label: `项目　${name}` })),
    ...(plan?.duties ?? []).map(({ clause, what }) => ({ to: '/plan', label: `职责　${clause ?? ''} ${what}` })),
    ...(roster?.units ?? []).map(({ name }) => ({ to: '/units', label: `单位　${name}`, search: { q: name } })),
    ...(staff?.people ?? []).map(({ name, unitName }) => ({
      to: '/people',
      label: `人员　${name} ${unitName ?? ''}`,
      search: { q: name },
    })),
    ...(media?.outlets ?? []).map(({ name }) => ({ to: '/outlets', label: `媒体　${name}`, search: { q: name } })),
  ];
}

/** Ctrl K: pages, campaigns, projects and the units in them, by any part of their name. */
export function Find() {
  const box = useRef<HTMLDialogElement>(null);
  const [wanted, setWanted] = useState('');
  const [asked, setAsked] = useState(false);
  const named = useNames(asked);
  const open = () => {
    setAsked(true);
    box.current?.showModal();
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setAsked(true);
      box.current?.showModal();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  const found = [...pages, ...named].filter(({ label }) => label.toLowerCase().includes(wanted.trim().toLowerCase()));
  return (
    <>
      <button type="button" className="btn text small" onClick={open}>
        查找 <kbd>Ctrl K</kbd>
      </button>
      <dialog ref={box} className="find" data-queue aria-label="查找" onClose={() => setWanted('')}>
        <input
          aria-label="查找页面、场次、项目、职责、单位、人员、媒体"
          placeholder="页面、场次、项目、职责、单位、人员、媒体"
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
        <ul>
          {found.slice(0, most).map(({ to, label, search }) => (
            <li key={label}>
              <Link to={to} search={search ?? {}} onClick={() => box.current?.close()}>
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
