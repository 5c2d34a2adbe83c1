import { takeFile } from '../evidence/actions.ts';
import type { Actor, Context } from '../kernel/context.ts';
import type { CountyDate } from '../kernel/dates.ts';
import { autosave, createArticle } from '../submission/actions/draft.ts';
import { decide, withdraw } from '../submission/actions/outcome.ts';
import { recordSheet } from '../submission/actions/paper.ts';
import { handIn, sendBack, sign } from '../submission/actions/review.ts';
import { signerOf } from '../submission/review.ts';
import type { Level, Written } from '../submission/submission.ts';
import type { OctoberArticle } from './october.ts';
import { pictureNamed } from './october.ts';
import { missing, named, type Seen, type Stage, type Story } from './stage.ts';

type Round = OctoberArticle['rounds'][number];
const levels = [1, 2, 3] as const satisfies readonly Level[];

/** An article from the first word to what the office said of it. */
export async function* articleStory(stage: Stage, article: OctoberArticle): Story {
  const { unit, draft, rounds, office: decided, withdrawn } = article;
  const author = stage.cast(unit, 'informationOfficer');
  if (draft) {
    yield draft;
    await move(stage, article, author, draft, (context) => createArticle(context, written(stage, article, false)));
  }
  for (const [at, round] of rounds.entries()) yield* roundStory(stage, article, round, at === 0);
  if (decided) {
    yield decided.day;
    const { day, decision, reason } = decided;
    await move(stage, article, stage.office, day, (context, { id, version }) =>
      decide(context, id, { version, decision, reason }),
    );
  }
  if (withdrawn) {
    yield withdrawn.day;
    const { day, reason } = withdrawn;
    await move(stage, article, author, day, (context, { id, version }) => withdraw(context, id, { version, reason }));
  }
}

async function* roundStory(stage: Stage, article: OctoberArticle, round: Round, first: boolean): Story {
  const author = stage.cast(article.unit, 'informationOfficer');
  yield round.handIn;
  await move(stage, article, author, round.handIn, async (context, { id, version }) => {
    const text = written(stage, article, first);
    const saved = first ? await createArticle(context, text) : await autosave(context, id, version, text);
    return handIn(context, saved.id, saved);
  });
  yield* round.paper ? paperStory(stage, article, round, round.paper) : screenStory(stage, article, round);
  if (!round.returned) return;
  const { day, by, reason } = round.returned;
  yield day;
  await (by === 'office'
    ? move(stage, article, stage.office, day, (context, { id, version }) =>
        decide(context, id, { version, decision: 'return', reason }),
      )
    : move(stage, article, stage.cast(article.unit, by), day, (context, { id, version }) =>
        sendBack(context, id, { version, reason }),
      ));
}

/** Review and proof of each level on its day. */
async function* screenStory(stage: Stage, article: OctoberArticle, { signed }: Round): Story {
  for (const [at, day] of signed.entries()) {
    yield day;
    const level = levels[at] ?? missing('a fourth level');
    const turn = stage.articles.size + at;
    const note = stage.notes[turn % stage.notes.length] ?? '';
    await move(stage, article, stage.cast(article.unit, signerOf[level]), day, async (context, { id, version }) => {
      const read = await sign(context, id, { version, kind: 'review', note, mistakes: null });
      return sign(context, id, { version: read.version, kind: 'proof', note: '', mistakes: at === 2 ? 0 : turn % 3 });
    });
  }
}

type Paper = NonNullable<Round['paper']>;
async function* paperStory(stage: Stage, article: OctoberArticle, { signed }: Round, { sheet, signers }: Paper): Story {
  const [first, second, third] = signed;
  if (!(first && second && third)) return missing('three days on the sheet');
  const upload = await pictureNamed(sheet);
  const signer = (name: string, day: CountyDate) => ({ name, day, mistakes: 0 });
  yield third;
  await move(stage, article, stage.cast(article.unit, 'informationOfficer'), third, async (context, { id, version }) => {
    const { sha256 } = await takeFile(context, upload);
    const [a, b, c] = signers;
    return recordSheet(context, id, { version, sheet: sha256, signers: [signer(a, first), signer(b, second), signer(c, third)] });
  });
}

async function move(
  { scene, articles }: Stage,
  { key }: OctoberArticle,
  actor: Actor,
  day: CountyDate,
  act: (context: Context, seen: Seen<'article'>) => Promise<Seen<'article'>>,
) {
  const seen = articles.get(key) ?? { id: '' as Seen<'article'>['id'], version: 0 };
  articles.set(key, await scene.as(actor, (context) => act(context, seen), day));
}

function written(stage: Stage, article: OctoberArticle, first: boolean): Written {
  const { title, genre, project, campaign, commission, earlier } = article;
  const body = first && earlier ? article.body.replace(earlier.text, earlier.was) : article.body;
  return {
    ...{ title, body, genre, pictures: [] },
    projectId: named(stage.projects, project),
    campaignId: named(stage.campaigns, campaign),
    commissionId: named(stage.commissions, commission ?? null),
  };
}
