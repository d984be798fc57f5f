import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The absolute path of the first of these programs that PATH leads to, or undefined. */
export function findOnPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const suffixes = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  for (const name of names) {
    for (const folder of folders) {
      for (const suffix of suffixes) {
        const path = join(folder, name + suffix);
        if (existsSync(path)) return path;
      }
    }
  }
  return undefined;
}
