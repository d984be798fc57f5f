import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Analysis } from '../analyze.ts';
import type { NestedFile } from '../nested/nestedFiles.ts';
import type { FilePlace } from '../nested/workflowFiles.ts';
import { knownOutputs } from '../outputs.ts';
import type { Entry } from '../parts/placedEntry.ts';
import { type OutputReads, outputReads } from './outputReads.ts';
import { unknownOutput } from './unknownOutput.ts';
import { unusedOutput } from './unusedOutput.ts';

/** All that a rule about outputs may look at. */
export interface OutputFacts {
  readonly entries: readonly Entry[];
  readonly reads: OutputReads;
  readonly graph: Analysis['kept']['graph'];
  /** All outputs that a task leaves; `undefined` where that isn't certain. */
  leftBy(entry: Entry): readonly LeftOutput[] | undefined;
}

export interface LeftOutput {
  readonly name: string;
}

/** So many tasks are looked up on the disk, at every key that somebody presses. */
const MOST_LOOKS = 100;

/** What is wrong with outputs that are read, or aren't. Of a file with errors nothing is certain. */
export function* applyOutputRules(
  { workflow, kept, diagnostics }: Pick<Analysis, 'workflow' | 'kept' | 'diagnostics'>,
  files: NestedFile | undefined,
  place: FilePlace | undefined,
): Iterable<Diagnostic> {
  if (diagnostics.some(({ severity }) => severity === 'error')) return;
  const { entries, graph } = kept;
  let looks = 0;
  const facts: OutputFacts = {
    entries,
    graph,
    reads: outputReads(workflow, entries),
    leftBy({ own, task }) {
      const script = own.leaves();
      if (script !== undefined && script.started.length === 0)
        return script.complete ? script.outputs : undefined;
      if (script?.complete === false || own.kind === 'workflow' || own.kind === 'approval') return undefined;
      if (place?.disk === undefined || ++looks > MOST_LOOKS) return undefined;
      const { outputs, complete } = knownOutputs({ files, place }, task);
      return complete ? outputs : undefined;
    },
  };
  yield* unknownOutput(facts);
  yield* unusedOutput(facts);
}
