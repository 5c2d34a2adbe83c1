import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../ui/api.ts';
import { Field } from '../Field.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';

export function SignIn({ again = false }: { again?: boolean }) {
  const client = useQueryClient();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useWrite<void>(
    (_given, once) => api['sign-in'].$post({ json: { account, password } }, once),
    () => client.invalidateQueries(),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <main className="narrow">
      <form className="card" onSubmit={send}>
        <h1>{again ? '登录已结束，请重新登录' : '登录民生实事宣传'}</h1>
        {again && <p className="cap">填写的都还在，登录后接着办。</p>}
        <Field label="账号" autoComplete="username" value={account} set={setAccount} />
        <Field label="密码" type="password" autoComplete="current-password" value={password} set={setPassword} />
        <Said error={signIn.error} />
        <button className="btn main" type="submit" disabled={signIn.isPending}>
          {signIn.isPending ? '正在登录……' : '登录'}
        </button>
        <p className="cap">非涉密系统，严禁处理国家秘密。忘记密码请找专班办公室重新发链接。</p>
      </form>
    </main>
  );
}
