import { useQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { api } from '../../ui/api.ts';
import { rootRoute } from '../root.tsx';
import { Waiting } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { NewPassword } from './NewPassword.tsx';

export const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation/$secret',
  component: InvitationPage,
});

function InvitationPage() {
  const { secret } = invitationRoute.useParams();
  const { data: person, error } = useQuery({
    queryKey: ['invitation', secret],
    queryFn: async () => (await api.invitations[':secret'].$get({ param: { secret } })).json(),
  });
  const accept = useWrite<string>(
    (password, once) => api.invitations[':secret'].$post({ param: { secret }, json: { password } }, once),
    () => location.assign('/workbench/'),
  );
  if (!person) return <Waiting error={error} />;
  const note = `以后用账号 ${person.account} 和这个密码登录。链接只能用一次。`;
  return (
    <NewPassword
      title={`${person.name}，请设密码`}
      note={note}
      error={accept.error}
      busy={accept.isPending}
      send={(next) => accept.mutate(next)}
    />
  );
}
