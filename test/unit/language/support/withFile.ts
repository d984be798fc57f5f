import { posix } from 'node:path';
import type { FilePlace } from '../../../../src/language/nested/workflowFiles.ts';

/** A place beside which one more file is; `file` is its absolute path. */
export function withFile(place: FilePlace, file: string, text: string): FilePlace {
  return {
    ...place,
    files: {
      read(path, folder) {
        if (posix.resolve(folder, path) !== file) return place.files.read(path, folder);
        return { id: file, file, folder: posix.dirname(file), text };
      },
    },
  };
}
