import { dirname } from 'node:path';
import type { FilePlace } from '../language/nested/workflowFiles.ts';
import { diskOf, type OpenText } from './disk.ts';
import type { Memory } from './memory.ts';
import { fileId, workflowsOf } from './workflows.ts';

/**
 * Where a file of this machine is, and what it can reach. `path` is absolute; `shown` makes of such a path one for
 * people, `openText` finds what an editor has of a file, and `memory` holds what the disk was asked before.
 */
export function placeOf(
  path: string,
  shown: (path: string) => string = (each) => each,
  openText: OpenText = () => undefined,
  memory?: Memory,
): FilePlace {
  return {
    id: fileId(path),
    file: shown(path),
    folder: dirname(path),
    files: workflowsOf(openText, shown),
    disk: diskOf(openText, memory),
  };
}
