import { join } from 'node:path';

/** `.flow/cache` in a folder, whether or not it is there. */
export function cacheFolderOf(folder: string): string {
  return join(folder, '.flow', 'cache');
}
