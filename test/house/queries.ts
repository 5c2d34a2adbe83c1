import { parseSync } from 'vite';
import { filesIn, isTest, textOf } from './sources.ts';

/** A top-level name of a queries file and, of a function, its parameters behind the first as they are written, and where its body is. */
export type Named = { path: string; name: string; text: string; exported: boolean; of: Function | null };
type Function = { params: string[]; body: { start: number; end: number; block: boolean } };
export type QueryFile = { path: string; named: Named[]; imports: ReadonlyMap<string, string> };

export const isQueries = (path: string) => /^server\/[^/]+\/queries(\/.*)?\.ts$/.test(path) && !isTest(path);
export const queryFiles = () =>
  filesIn('server', '.ts')
    .filter(isQueries)
    .map((path) => queryFile(path, textOf(path)));

export const exportedFunctions = (files: readonly QueryFile[]) =>
  files.flatMap(({ named }) => named.filter(({ exported, of }) => exported && of !== null));

type Statement = ReturnType<typeof parseSync>['program']['body'][number];

export function queryFile(path: string, text: string): QueryFile {
  const { body } = parseSync(path, text).program;
  return { path, named: body.flatMap((statement) => namesOf(path, text, statement)), imports: new Map(body.flatMap(importsOf)) };
}

function namesOf(path: string, text: string, statement: Statement): Named[] {
  const exported = statement.type === 'ExportNamedDeclaration';
  const declared = exported ? statement.declaration : statement;
  const written = { path, exported, text: text.slice(statement.start, statement.end) };
  if (declared?.type === 'FunctionDeclaration')
    return [{ ...written, name: declared.id?.name ?? '', of: partsOf(text, declared) }];
  if (declared?.type !== 'VariableDeclaration') return [];
  return declared.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier'
      ? [{ ...written, name: id.name, of: init?.type === 'ArrowFunctionExpression' ? partsOf(text, init) : null }]
      : [],
  );
}

type Placed = { start: number; end: number };
function partsOf(
  text: string,
  { params, body }: { params: readonly Placed[]; body: (Placed & { type: string }) | null },
): Function {
  const { start = 0, end = 0, type = '' } = body ?? {};
  return {
    params: params.slice(1).map((each) => text.slice(each.start, each.end)),
    body: { start, end, block: type === 'BlockStatement' },
  };
}

function importsOf(statement: Statement): [name: string, from: string][] {
  if (statement.type !== 'ImportDeclaration') return [];
  return statement.specifiers.map(({ local }) => [local.name, statement.source.value]);
}
