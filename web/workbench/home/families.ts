import { type OutletKind, outletKinds } from '../../../server/channel/channel.ts';
import type { HomeNow } from './homeNow.ts';

type Appeared = HomeNow['appeared'];

/** How much of a campaign appeared on each of its days, and in each kind of outlet; an internal brief tells no resident. */
export function appearedOf(appeared: Appeared, campaign: string) {
  const own = appeared.filter(({ campaignId }) => campaignId === campaign);
  const sum = (those: Appeared) => those.reduce((sum, { count }) => sum + count, 0);
  const kinds = (Object.keys(outletKinds) as OutletKind[]).filter((kind) => kind !== 'brief');
  return {
    on: (day: string) => sum(own.filter((each) => each.day === day)),
    families: kinds.map((kind) => ({ name: outletKinds[kind], count: sum(own.filter((each) => each.kind === kind)) })),
  };
}
