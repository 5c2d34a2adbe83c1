import { useQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import { stateOf } from '../../../server/portal/words.ts';
import type { Written } from '../../../server/submission/submission.ts';
import { type PlanNow, planNow } from '../plan/planNow.ts';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { useLast } from '../useLast.ts';
import { whoIAm } from '../whoIAm.ts';
import { articleOf } from './articles.ts';
import { Desk } from './Desk.tsx';
import { Editor } from './Editor.tsx';
import { nothing } from './nothing.ts';
import './submission.css';

const id = z.uuid().optional().catch(undefined);
/** A new article may be begun for something: an order of the office, a project, a campaign. */
export const articleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/articles/$id',
  validateSearch: z.object({ commission: id, project: id, campaign: id, title: z.string().optional().catch(undefined) }),
  component: ArticlePage,
});

/** 'new' until its first words are saved; the page then stays where it is, under the article's own address. */
function ArticlePage() {
  const { id } = articleRoute.useParams();
  const [begun, setBegun] = useState<string | null>(null);
  if (id === 'new' || id === begun) return <New begin={setBegun} end={() => setBegun(null)} />;
  return <Known key={id} id={id} />;
}

function Known({ id }: { id: string }) {
  const navigate = articleRoute.useNavigate();
  const { data: me } = useQuery(whoIAm);
  const { data, error } = useQuery(articleOf(id));
  const article = useLast(data);
  if (!article || !me) return <Waiting error={error} />;
  const drafting = article.state === 'draft' || article.state === 'returned';
  if (!drafting || article.may.save !== null) return <Desk article={article} person={me.person.id} today={me.day} />;
  const stay = () => navigate({ to: '.', resetScroll: true });
  return <Editor key={article.versionNo} article={article} begun={nothing} person={me.person} created={stay} handedIn={stay} />;
}

function New({ begin, end }: { begin: (id: string) => void; end: () => void }) {
  const wanted = articleRoute.useSearch();
  const navigate = articleRoute.useNavigate();
  const { data: me } = useQuery(whoIAm);
  const { data: plan, error } = useQuery(planNow);
  if (!me || !plan) return <Waiting error={error} />;
  const created = (id: string) => {
    begin(id);
    void navigate({ params: { id }, search: {}, replace: true, resetScroll: false });
  };
  const now = onNow(plan, me.person.unitId, me.day as CountyDate);
  const written = {
    ...{ ...nothing, ...now, title: wanted.title ?? '', commissionId: wanted.commission ?? null },
    ...(wanted.project ? { projectId: wanted.project } : {}),
    ...(wanted.campaign ? { campaignId: wanted.campaign } : {}),
  } as Written;
  return <Editor article={null} begun={written} person={me.person} created={created} handedIn={end} />;
}

/** The campaign that the unit is in today, and its project when there is only one. */
function onNow({ campaigns, projects }: PlanNow, unitId: string | null, today: CountyDate) {
  const on = campaigns.find((each) => stateOf(each, today) === 'on' && each.units.some(({ id }) => id === unitId));
  if (!on) return {};
  const project = on.projects.length === 1 ? projects.find(({ name }) => name === on.projects[0]) : undefined;
  return { campaignId: on.id, projectId: project?.id ?? null };
}
