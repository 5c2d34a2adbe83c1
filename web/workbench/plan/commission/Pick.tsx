type Props = {
  label: string;
  none: string;
  value: string;
  set: (value: string) => void;
  options: readonly (readonly [value: string, words: string])[];
  required?: boolean;
};

export const Pick = ({ label, none, value, set, options, required = false }: Props) => (
  <label className="fill">
    <span>{label}</span>
    <select required={required} value={value} onChange={({ target }) => set(target.value)}>
      <option value="">{none}</option>
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  </label>
);
