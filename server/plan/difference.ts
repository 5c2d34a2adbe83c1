import type { Campaign as ReadCampaign, Reading } from '../notice/reading.ts';
import { type DutyDecisions, type DutyDifference, decided, dutyDifference, type StandingDuty } from './difference/duties.ts';
import type { Campaign } from './plan.ts';

type Standing = Pick<
  Campaign,
  'id' | 'no' | 'theme' | 'fromOn' | 'toOn' | 'days' | 'precision' | 'units' | 'projects' | 'cancelledOn'
>;
export type Planned = { campaigns: readonly Standing[]; duties: readonly StandingDuty[] };
type Read = Pick<Reading, 'campaigns' | 'duties'>;

/** `place` is that in the reading; `was` and `is` tell window, units and projects. */
export type Difference = {
  added: { place: number; theme: string; is: string }[];
  changed: { place: number; id: Campaign['id']; no: string; theme: string; was: string; is: string }[];
  gone: { id: Campaign['id']; no: string; theme: string; was: string }[];
  duties: DutyDifference;
};

/** How another notice of the same year differs from the plan. `nameOf`: the roster's name for a unit as it is printed. */
export function differenceOf(planned: Planned, read: Read, nameOf: (printed: string) => string): Difference {
  const standing = planned.campaigns.filter(({ cancelledOn }) => cancelledOn === null);
  const partners = partnersOf(standing, read.campaigns);
  const all = read.campaigns.map((campaign, place) => ({
    ...{ place, theme: campaign.theme, is: readWords(campaign, nameOf), old: partners.get(place) },
  }));
  const met = new Set(partners.values());
  return {
    added: all.flatMap(({ old, ...each }) => (old ? [] : [each])),
    changed: all.flatMap(({ place, is, old }) => {
      const was = old && plannedWords(old);
      return old && was !== undefined && was !== is ? [{ place, id: old.id, no: old.no, theme: old.theme, was, is }] : [];
    }),
    gone: standing
      .filter((old) => !met.has(old))
      .map((old) => ({ id: old.id, no: old.no, theme: old.theme, was: plannedWords(old) })),
    duties: dutyDifference(planned.duties, read.duties),
  };
}

/** The difference with what a person has decided about changed duties. */
export const withDecisions = (difference: Difference, decisions: DutyDecisions): Difference => ({
  ...difference,
  duties: decided(difference.duties, decisions),
});

export const isNothing = ({ added, changed, duties }: Difference, cancelled: number) =>
  added.length + changed.length + duties.added.length + duties.changed.length + cancelled === 0;

/** Which campaign of the plan a read one is: that of its 场次 and 主题, else, since another notice counts anew, of its 主题. */
function partnersOf(standing: readonly Standing[], campaigns: readonly ReadCampaign[]): Map<number, Standing> {
  const found = new Map<number, Standing>();
  const free = new Set(standing);
  for (const numbered of [true, false]) {
    for (const [place, { no, theme }] of campaigns.entries()) {
      const partner = found.has(place)
        ? undefined
        : [...free].find((old) => plain(old.theme) === plain(theme) && (!numbered || old.no === `${no ?? ''}`));
      if (partner && free.delete(partner)) found.set(place, partner);
    }
  }
  return found;
}

const plain = (text: string) => text.replace(/[\s，。、；：,.;:“”"]/g, '');

type Told = Pick<Standing, 'precision' | 'projects' | 'units'> & {
  from: string | null;
  to: string | null;
  days: readonly string[];
};
const plannedWords = ({ fromOn: from, toOn: to, ...rest }: Standing) => wordsOf({ from, to, ...rest });
const readWords = ({ window, units, projects }: ReadCampaign, nameOf: (printed: string) => string) =>
  wordsOf({
    ...window,
    projects: [...new Set(projects)],
    units: units.map(({ name, role }) => ({ id: '', name: nameOf(name), role })),
  });

const roles = { lead: '（牵头）', support: '（配合）', responsible: '' } as const;
function wordsOf({ from, to, days, precision, units, projects }: Told): string {
  const only = days.length > 0 ? `，只 ${days.map((day) => day.slice(5)).join('、')}` : '';
  const window = `${from ?? '未定'}—${to ?? '未定'}${only}${precision === 'fuzzy' ? '（待定）' : ''}`;
  const people = [...new Map(units.map(({ name, role }) => [name, `${name}${roles[role]}`])).values()];
  return `${window}；${people.join('、') || '无单位'}；${projects.join('、') || '无项目'}`;
}
