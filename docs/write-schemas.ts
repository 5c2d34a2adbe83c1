import { writeFileSync } from 'node:fs';
import { jsonSchemas } from '../server/assessment/schemas.ts';

for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
