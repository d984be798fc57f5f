import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { FilePlace } from '../../../../src/language/nested/workflowFiles.ts';

/** Where a file on the disk is, with those beside it. */
export function placeOnDisk(path: string): FilePlace {
  return {
    id: path,
    file: path,
    folder: dirname(path),
    files: {
      read(written, folder) {
        const id = resolve(folder, written);
        if (!existsSync(id)) return undefined;
        return { id, file: id, folder: dirname(id), text: readFileSync(id, 'utf8') };
      },
    },
  };
}
