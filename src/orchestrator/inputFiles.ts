import { statSync } from 'node:fs';

/** What the paths in inputs of the type `file` start from, and whether they lead to a file. Folders are absolute. */
export interface InputFiles {
  /** Of what is given. */
  readonly givenFolder: string;
  /** Of defaults: the workflow's own. */
  readonly workflowFolder: string;
  isFile(path: string): boolean;
}

/** The files of this machine. */
export function diskFiles(folders: Omit<InputFiles, 'isFile'>): InputFiles {
  return { ...folders, isFile };
}

/** A path that can't be looked at leads nowhere. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
