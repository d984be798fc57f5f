import type { JsonValue } from '../../model/json.ts';
import type { Range } from '../../model/text.ts';

/** What is known of the outputs that a task leaves. */
export interface KnownOutputs {
  /** Each name once, in the order of its places; those that only an earlier run tells of come last. */
  readonly outputs: readonly KnownOutput[];
  /** It leaves no others, whatever happens. Where anything is in doubt this is `false`. */
  readonly complete: boolean;
}

export interface KnownOutput {
  readonly name: string;
  /** Everywhere the name is written; empty for an approval's outputs and those that only a run told of. */
  readonly places: readonly OutputPlace[];
  /** Its type in words, as far as it is told: `string`, `"a" | "b"`. */
  readonly type: string | undefined;
  /** What it was when the task last completed; absent where it wasn't left then. */
  readonly last: JsonValue | undefined;
}

/** Where the name of an output is written, without quotes. */
export interface OutputPlace {
  /** Absent where it is the workflow's own file. */
  readonly file: OutputFile | undefined;
  readonly range: Range;
}

/** Another file: a path, from a folder, as `Disk` takes them. */
export interface OutputFile {
  readonly path: string;
  readonly folder: string;
  /** Of a workflow: its `id`, as in `WorkflowSource`. */
  readonly id?: string;
}

/** A name as it was found in some text, whose offsets `range` counts. */
export interface FoundOutput {
  readonly name: string;
  readonly range: Range;
  readonly type?: string;
}

/** What a script or a module says of its outputs. */
export interface FoundOutputs {
  readonly outputs: readonly FoundOutput[];
  readonly complete: boolean;
}

export const NOTHING_KNOWN: FoundOutputs = { outputs: [], complete: false };
