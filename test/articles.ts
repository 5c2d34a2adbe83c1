import type { ArticleState } from '../server/submission/submission.ts';
import { aCounty } from './county.ts';

type Shown = {
  state: ArticleState;
  level: number | null;
  version: number;
  versionNo: number;
  title: string;
  body: string;
  versions: { no: number; digest: string; words: number }[];
  signatures: {
    level: number;
    kind: string;
    signerName: string;
    sheet: string | null;
    recordedByName: string | null;
    signedOn: string;
    mistakes: number | null;
  }[];
  returns: { level: number | null; reason: string; byName: string }[];
  submissions: { outcome: string | null; submittedOn: string }[];
  may: Record<string, string | null>;
};
export const text = { title: '水渠通到田埂上', body: '七里山园艺场的水渠修通了。' };
export const png = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
);

/** 县水利局 at its articles: every act on what the person sees at that moment. */
export async function desk(day = '2023-10-20') {
  const county = await aCounty(day);
  const { said } = await county.ask('何静', '/api/articles', text);
  const id = (said as unknown as { id: string }).id;
  const path = (verb = '') => `/api/articles/${id}${verb && `/${verb}`}`;
  const show = async (who = '何静') => (await county.ask(who, path())).said as unknown as Shown;
  const act = async (who: string, verb: string, body: object = {}) => {
    const { version } = await show();
    const { status, said } = await county.ask(who, path(verb), { version, ...body });
    return status === 201 ? '好' : (said.message ?? status);
  };
  const review = (who: string) => act(who, 'signatures', { kind: 'review' });
  const proof = (who: string, mistakes: number | null = null) => act(who, 'signatures', { kind: 'proof', mistakes });
  const signAll = async () => {
    for (const who of ['刘股长', '王副局长', '张局长']) {
      for (const told of [await review(who), await proof(who)]) if (told !== '好') throw new Error(`${who}：${told}`);
    }
  };
  return { county, id, path, show, act, review, proof, signAll };
}
