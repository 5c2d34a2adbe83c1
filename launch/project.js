import { accessSync, constants } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stop } from './words.js';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const inProject = (...parts) => join(root, ...parts);
export const inModules = (...parts) => join(root, 'node_modules', ...parts);

export function requireWriteRights() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new Stop(`没有权限写 ${root}；请把这个文件夹交给当前用户（chown -R），或把程序克隆到自己的文件夹里。`);
  }
}
