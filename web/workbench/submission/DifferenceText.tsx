import { differences, extent, type Piece } from '../../../server/submission/differences.ts';

type Props = { before: string; after: string };

/** The text with what came and what went, each with its line and never by colour alone. */
export function DifferenceText({ before, after }: Props) {
  const paragraphs = differences(before, after);
  const { added, removed } = extent(paragraphs);
  return (
    <>
      <p className="cap">
        增 {added} 字、删 {removed} 字　<ins>虚线</ins> 增　<del>划线</del> 删
      </p>
      {paragraphs.map((pieces, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name, and the list never changes in place
        <p key={at}>
          <Pieces pieces={pieces} />
        </p>
      ))}
    </>
  );
}

const tags = { same: 'span', added: 'ins', removed: 'del' } as const;
const Pieces = ({ pieces }: { pieces: readonly Piece[] }) =>
  pieces.map(({ kind, text }, at) => {
    const Tag = tags[kind];
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name, and the list never changes in place
    return <Tag key={at}>{text}</Tag>;
  });
