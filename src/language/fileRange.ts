import type { Range } from '../model/text.ts';

/** A place in some file. */
export interface FileRange {
  /** Its id, as in `WorkflowSource`; absent for the file that was asked about. */
  readonly file: string | undefined;
  readonly range: Range;
}
