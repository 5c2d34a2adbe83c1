/** One figure: `ratio` is this median ÷ the median of the floor measured in the same run; a floor has neither. */
export type Row = {
  name: string;
  unit: string;
  better: 'higher' | 'lower';
  min: number;
  median: number;
  max: number;
  n: number;
  floor: string | null;
  ratio: number | null;
};
