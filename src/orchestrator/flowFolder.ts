import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `.flow/runs` or `.flow/cache` in a folder, made where it is missing; a `.flow` made here keeps itself out of Git.
 * Throws where it can't be made.
 */
export function makeFlowFolder(folder: string, part: 'runs' | 'cache'): string {
  const own = join(folder, '.flow');
  const made = join(own, part);
  const firstMade = mkdirSync(made, { recursive: true });
  if (firstMade === own) writeFileSync(join(own, '.gitignore'), '*\n');
  return made;
}
