import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { z } from 'zod';
import { draftStates } from '../../../../server/assessment/draft.ts';
import { Waiting } from '../../Said.tsx';
import { shellRoute } from '../../Shell.tsx';
import { whoIAm } from '../../whoIAm.ts';
import '../assessment.css';
import './draft.css';
import { bodyIn, draftOf, markOf, tagOf } from './drafts.ts';
import { Editor } from './Editor.tsx';

export const draftRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/scheme/drafts/$id',
  validateSearch: z.object({ clause: z.coerce.number().int().min(1).optional().catch(undefined) }),
  component: DraftPage,
});

function DraftPage() {
  const { id } = draftRoute.useParams();
  const { data, error } = useQuery({ ...draftOf(id), staleTime: 0 });
  const me = useQuery(whoIAm).data;
  if (!data || !me) return <Waiting error={error} />;
  const { draft } = data;
  const state = (
    <span className={tagOf[draft.state]}>
      {markOf[draft.state]} {draftStates[draft.state]}
    </span>
  );
  return (
    <main className="page">
      <p className="cap">
        <Link to="/scheme">考核细则</Link> › 草案
      </p>
      <Editor
        key={`${id} ${draft.state}`}
        shown={data}
        saved={{ body: bodyIn(data), paper: draft.paper }}
        person={me.person.id}
        state={state}
      />
    </main>
  );
}
