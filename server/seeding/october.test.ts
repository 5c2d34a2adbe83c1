import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { pool } from '../../test/county.ts';
import { CountyDate } from '../kernel/dates.ts';
import { seedCounty } from '../seeding.ts';

test('x', async () => {
  const t = performance.now();
  await seedCounty(pool, {
    code: 430_523_000 + randomInt(1, 999),
    name: '邵阳县',
    day: CountyDate.parse('2023-11-02'),
    begun: true,
  });
  console.log(performance.now() - t);
});
