import { hash as argon2, verify } from '@node-rs/argon2';
import { refuse } from '../kernel/refusal.ts';
import { refusals } from './identity.ts';

const atOnce = 2; // each takes 19 MiB and a thread
const waiting = 24;
let running = 0;
const queue: (() => void)[] = [];

/** Hashing is dear on purpose: two at a time, a short queue, and beyond it a sentence instead of a server out of memory. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (queue.length >= waiting) refuse(refusals.busy);
    await new Promise<void>((resolve) => queue.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running--;
  }
}

export const hashed = (password: string) => inTurn(() => argon2(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }));

/** As slow for a name that nobody has as for one somebody has. */
export const matches = (hash: string | undefined, password: string) =>
  inTurn(async () => (await verify(hash ?? (await nobodys), password)) && hash !== undefined);

const nobodys = argon2('nobody', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

export async function usedBefore(hashes: readonly string[], password: string): Promise<boolean> {
  for (const hash of hashes) if (await matches(hash, password)) return true;
  return false;
}
