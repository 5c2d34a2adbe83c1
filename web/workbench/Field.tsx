import type { InputHTMLAttributes } from 'react';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> & {
  label: string;
  value: string;
  set: (value: string) => void;
};

export const Field = ({ label, value, set, ...props }: Props) => (
  <label className="fill">
    <span>{label}</span>
    <input required {...props} value={value} onChange={({ target }) => set(target.value)} />
  </label>
);
