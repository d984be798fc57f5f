import type { Disk } from './disk.ts';

/** A file that another one may run as a task. */
export interface WorkflowSource {
  /** Which file it is, however its path was written: an absolute path, or a URI. */
  readonly id: string;
  /** A path or a URI, for people. */
  readonly file: string;
  /** The folder that relative paths in it start from: its own. */
  readonly folder: string;
  readonly text: string;
}

/** Finds the files that `workflow:` names. */
export interface WorkflowFiles {
  /** The file that a path leads to from a folder, or `undefined` where it can't be read. Never throws. */
  read(path: string, folder: string): WorkflowSource | undefined;
}

/** Where a text comes from, and how it reaches the files beside it. */
export interface FilePlace extends Omit<WorkflowSource, 'text'> {
  readonly files: WorkflowFiles;
  /** Absent where nothing is known of what stands beside the file. */
  readonly disk?: Disk;
}
