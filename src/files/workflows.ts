import { readFileSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { WorkflowFiles } from '../language/nested/workflowFiles.ts';
import type { OpenText } from './disk.ts';

/** The workflows that others run as tasks, as they are in an editor, else as on the disk; `shown` is a path for people. */
export function workflowsOf(openText: OpenText, shown: (path: string) => string): WorkflowFiles {
  return {
    read(path, folder) {
      const at = resolve(folder, path);
      const text = openText(at) ?? textOnDisk(at);
      return text === undefined ? undefined : { id: fileId(at), file: shown(at), folder: dirname(at), text };
    },
  };
}

/** Links may lead to one file by many paths. */
export function fileId(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

/** A byte order mark is no part of a text, for editors neither. */
export function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}

function textOnDisk(path: string): string | undefined {
  try {
    return withoutMark(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
