import type { Context } from '../kernel/context.ts';
import { refuse } from '../kernel/refusal.ts';
import { limits, type Person, refusals, weakness } from './identity.ts';
import { hashed, matches, usedBefore } from './passwords.ts';
import { credentialsOfUnscoped, credentialsUnscoped, failuresSince, invitedUnscoped, passwordsUsedUnscoped } from './queries.ts';
import { digestOf } from './secrets.ts';

type Look = <T>(question: (context: Context) => Promise<T>) => Promise<T>;

/** Turned away before anything is hashed when account or address has failed too often. */
export async function proveAccount(account: string, password: string, address: string, look: Look) {
  const { credentials, failures } = await look(async (context) => {
    const since = new Date(context.now.getTime() - limits.lockMinutes * 60_000);
    const failures = await failuresSince(context, account, address, since);
    return { failures, credentials: await credentialsUnscoped(context, account) };
  });
  if (failures.ofAccount >= limits.failuresPerAccount) refuse(refusals.locked(limits.lockMinutes));
  if (failures.ofAddress >= limits.failuresPerAddress) refuse(refusals.crowded);
  const proven = await matches(credentials?.hash, password);
  return { person: proven ? credentials : undefined, address, left: limits.failuresPerAccount - 1 - failures.ofAccount };
}

/** The hash of a new password that is strong enough and was not used lately. */
export async function newPassword(person: Person['id'], account: string, password: string, look: Look): Promise<string> {
  const weak = weakness(password, account);
  if (weak !== null) refuse(refusals.weak(weak));
  const used = await look((context) => passwordsUsedUnscoped(context, person, limits.passwordsRemembered));
  if (await usedBefore(used, password)) refuse(refusals.samePassword);
  return hashed(password);
}

export async function changedPassword(current: string, next: string, look: Look) {
  const credentials = await look((context) => credentialsOfUnscoped(context, context.actor.id));
  if (!credentials || !(await matches(credentials.hash, current))) refuse(refusals.wrongCurrent);
  return newPassword(credentials.id, credentials.account, next, look);
}

export async function acceptedPassword(secret: string, password: string, look: Look) {
  const person = (await look((context) => invitedUnscoped(context, digestOf(secret)))) ?? refuse(refusals.deadInvitation);
  return newPassword(person.id, person.account, password, look);
}
