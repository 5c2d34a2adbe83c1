import { type Colour, colourMeaning, colours, type OrderState, orderStates } from '../../../server/supervision/supervision.ts';
import './supervision.css';

export const ColourTag = ({ colour }: { colour: Colour }) => (
  <span className={`hue ${colour}`} title={colourMeaning[colour]}>
    {colours[colour]}
  </span>
);

const looks: Record<OrderState, readonly [tone: string, mark: string]> = {
  proposed: ['wait', '◔'],
  issued: ['wait', '◔'],
  answered: ['info', '→'],
  closed: ['good', '✓'],
  withdrawn: ['', '—'],
};

/** The state, and that its day is over. */
export const OrderTag = ({ state, overdue }: { state: OrderState; overdue: boolean }) => (
  <span className={`tag ${overdue ? 'bad' : looks[state][0]}`}>
    {overdue ? '!' : looks[state][1]} {orderStates[state]}
    {overdue && '，已到期'}
  </span>
);
