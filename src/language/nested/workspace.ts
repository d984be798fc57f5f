import type { Analysis } from '../analyze.ts';

/** All workflows that a person works on: where a name that goes over several files is looked for. */
export type Workspace = readonly WorkspaceFile[];

/** One of them, as it is in an open editor, else as on the disk. Nothing here throws. */
export interface WorkspaceFile {
  /** Which file it is, as in `FilePlace`. */
  readonly id: string;
  /** `undefined` where it can't be read. */
  text(): string | undefined;
  /** With a look at the files that it runs. */
  analysis(): Analysis | undefined;
  /** Without one; the same object as long as the text is the same. */
  alone(): Analysis | undefined;
}

/** Whether a file may run others at all. Those that don't needn't be understood to know whom they run. */
export function mayRunOthers(file: WorkspaceFile): boolean {
  return /\bworkflow["']?\s*:/.test(file.text() ?? '');
}
