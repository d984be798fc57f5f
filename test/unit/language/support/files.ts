import { posix } from 'node:path';
import { type Analysis, analyze } from '../../../../src/language/analyze.ts';
import type { FilePlace, WorkflowFiles } from '../../../../src/language/nested/workflowFiles.ts';

/** A folder `/flows` of workflows that aren't on any disk. */
export interface Files {
  readonly files: WorkflowFiles;
  /** Where a file of some name is. */
  place(name: string): FilePlace;
  /** One of the files, with a look at the others. */
  analyze(name: string): Analysis;
}

export function filesOf(texts: Readonly<Record<string, string>>): Files {
  const files: WorkflowFiles = {
    read(path, folder) {
      const id = posix.resolve(folder, path);
      const text = texts[posix.relative('/flows', id)];
      return text === undefined ? undefined : { id, file: id, folder: posix.dirname(id), text };
    },
  };
  const place = (name: string): FilePlace => {
    const id = posix.join('/flows', name);
    return { id, file: id, folder: posix.dirname(id), files };
  };
  return { files, place, analyze: (name) => analyze(texts[name] ?? '', place(name)) };
}
