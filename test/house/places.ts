import { modules } from '../../server/modules.ts';

/** The folder under `server/`, or the file itself when it stands there alone. */
export const placeOf = (path: string) => /^server\/([^/]+)/.exec(path)?.[1] ?? '';

const order: readonly string[] = modules;
export const isModule = (place: string) => order.includes(place);
export const isAbove = (upper: string, lower: string) => order.indexOf(upper) < order.indexOf(lower);

/** What belongs to no module: what all stand on, how a request is answered, and who puts it all together. */
export const floor = ['kernel', 'render'];
export const door = ['app.ts', 'request'];
export const roof = [
  'main.ts',
  'modules.ts',
  'database.ts',
  'founding.ts',
  'seeding.ts',
  'seeding',
  'pages.ts',
  'tidying.ts',
  'frontDoor.ts',
  'command',
];

/** The reserved name of a module's file that may do I/O: queries, actions, routes or jobs, also as a folder; null for the others. */
export const reservedName = (path: string) => /^server\/[^/]+\/(queries|actions|routes|jobs)(?:\.ts$|\/)/.exec(path)?.[1] ?? null;

const kernelOutside =
  /^server\/kernel\/(pool|transaction|queries|migration|log|running|processes|files|jobs|thread|ids|embedded)(\.ts$|\/)/;

/** Files that are impure under another name, each with its reason. */
export const exceptions: Record<string, string> = {
  'server/identity/passwords.ts': 'argon2 is native, and its queue holds the memory of the machine together',
  'server/identity/secrets.ts': 'secrets are random, digests are node:crypto',
  'server/audit/sealing.ts': 'the chain is digested by node:crypto, a thousand entries at a time',
  'server/notice/opening.ts': 'what strangers send is opened in a thread, so that nobody waits and what never ends is ended',
  'server/notice/machine.ts': 'a scan is read by a program of the machine, if it has one',
  'server/notice/openingThread.ts': 'the other side of it',
};

/** Packages that only compute; hono/html puts text together. */
export const purePackages = [
  'zod',
  'pinyin-pro',
  'opencc-js/t2cn',
  'chinese-days',
  'hono/html',
  'fflate',
  'saxes',
  'parse5',
  'unpdf',
];

/** Rules, types and texts: what neither asks the outside nor the clock. Of `render/` it is told by what a file imports. */
export function isPureByName(path: string): boolean {
  const place = placeOf(path);
  if (path in exceptions || reservedName(path) !== null) return false;
  return isModule(place) || (place === 'kernel' && !kernelOutside.test(path));
}
