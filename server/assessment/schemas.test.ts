import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemas } from './schemas.ts';

const docs = new URL('../../docs/', import.meta.url);

// after a change of the shapes: node docs/write-schemas.ts
test.each(Object.entries(jsonSchemas()))('docs/%s 与程序认的写法是同一份', (name, schema) => {
  expect(JSON.parse(readFileSync(new URL(name, docs), 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
});
