import { type VoucherState, voucherStates } from '../../../server/voucher/voucher.ts';

const looks: Record<VoucherState, readonly [tone: string, mark: string]> = {
  pending: ['wait', '◔'],
  confirmed: ['good', '✓'],
  refused: ['', '—'],
  withdrawing: ['wait', '◔'],
  withdrawn: ['', '—'],
};

export const VoucherTag = ({ state }: { state: VoucherState }) => (
  <span className={`tag ${looks[state][0]}`}>
    {looks[state][1]} {voucherStates[state]}
  </span>
);
