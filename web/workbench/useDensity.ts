import { useEffect, useState } from 'react';
import { keepHere } from '../ui/kept.ts';

/** 紧凑 by its button or the key `.`, remembered on this computer. */
export function useDensity() {
  const [compact, setCompact] = useState(() => localStorage.getItem('density') === 'compact');
  const toggle = () => setCompact((before) => !before);
  useEffect(() => {
    document.documentElement.dataset.density = compact ? 'compact' : 'normal';
    keepHere('density', compact ? 'compact' : 'normal');
  }, [compact]);
  useEffect(() => {
    const press = ({ key, target }: KeyboardEvent) => {
      if (key === '.' && !(target instanceof HTMLElement && target.matches('input, textarea, select')))
        setCompact((before) => !before);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return { compact, toggle };
}
