import { createRoute, useNavigate } from '@tanstack/react-router';
import { api } from '../../ui/api.ts';
import { shellRoute } from '../Shell.tsx';
import { useWrite } from '../useWrite.ts';
import { NewPassword } from './NewPassword.tsx';

export const passwordRoute = createRoute({ getParentRoute: () => shellRoute, path: '/password', component: PasswordPage });

function PasswordPage() {
  const navigate = useNavigate();
  const change = useWrite<{ current: string; next: string }>(
    (json, once) => api.me.password.$post({ json }, once),
    () => navigate({ to: '/' }),
  );
  const send = (next: string, current: string) => change.mutate({ current, next });
  return (
    <NewPassword
      current
      title="我的密码"
      note="改好以后，别处的登录随之结束。"
      error={change.error}
      busy={change.isPending}
      send={send}
    />
  );
}
