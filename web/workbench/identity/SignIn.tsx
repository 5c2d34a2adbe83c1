import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, intent } from '../../ui/api.ts';
import { Said } from '../Said.tsx';

export function SignIn({ again = false }: { again?: boolean }) {
  const client = useQueryClient();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => api['sign-in'].$post({ json: { account, password } }, intent()),
    onSuccess: () => client.invalidateQueries(),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <main className="narrow">
      <form className="card" onSubmit={send}>
        <h1>{again ? '登录已结束，请重新登录' : '登录民生实事宣传'}</h1>
        {again && <p className="cap">填写的都还在，登录后接着办。</p>}
        <label className="field">
          <span>账号</span>
          <input autoComplete="username" required value={account} onChange={({ target }) => setAccount(target.value)} />
        </label>
        <label className="field">
          <span>密码</span>
          <input
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        </label>
        <Said error={signIn.error} />
        <button className="btn main" type="submit" disabled={signIn.isPending}>
          {signIn.isPending ? '正在登录……' : '登录'}
        </button>
        <p className="cap">非涉密系统，严禁处理国家秘密。忘记密码请找专班办公室重新发链接。</p>
      </form>
    </main>
  );
}
