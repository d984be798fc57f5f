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
}
