import { readFileSync, realpathSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { WorkflowFiles } from '../language/nested/workflowFiles.ts';

/** The workflows on the disk that others run as tasks; people are told their paths from a folder. */
export function diskWorkflows(from: string): WorkflowFiles {
  return {
    read(path, folder) {
      const at = resolve(folder, path);
      try {
        // Links may lead to one file by many paths.
        const id = realpathSync.native(at);
        const text = withoutMark(readFileSync(id, 'utf8'));
        return { id, file: relative(from, at), folder: dirname(at), text };
      } catch {
        return undefined;
      }
    },
  };
}

/** A byte order mark is no part of a text, for editors neither. */
export function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}
