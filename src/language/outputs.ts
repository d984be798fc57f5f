import { MEMBERS } from '../expression/names.ts';
import { hasExpression } from '../expression/template.ts';
import type { JsonObject } from '../model/json.ts';
import { type Range, sourceRange, type Text } from '../model/text.ts';
import type { ModuleWork, RunWork, Task } from '../model/workflow.ts';
import type { Analysis } from './analyze.ts';
import { nestedOf } from './nested/nestedOf.ts';
import type {
  FoundOutput,
  KnownOutput,
  KnownOutputs,
  OutputFile,
  OutputPlace,
} from './outputs/knownOutput.ts';
import { ofModule } from './outputs/ofModule.ts';
import { ofScript } from './outputs/ofScript.ts';
import { ofStartedFile } from './outputs/ofStartedFile.ts';
import type { PastRuns } from './pastRuns.ts';

export type { KnownOutput, KnownOutputs, OutputPlace } from './outputs/knownOutput.ts';

/** An output at one place. */
type Placed = Omit<FoundOutput, 'range'> & { readonly place: OutputPlace | undefined };

/**
 * The outputs that a task is known to leave: those that its script writes, that its module returns, that its workflow
 * declares, of an approval those that each has; and those that it left when it last completed. Never throws.
 */
export function knownOutputs(
  analysis: Pick<Analysis, 'files' | 'place'>,
  task: Task,
  pastRuns: PastRuns = [],
): KnownOutputs {
  const { placed, complete } = placedOutputs(analysis, task);
  const last = lastOutputs(pastRuns, task.id.value);
  const outputs = new Map<string, KnownOutput>();
  for (const { name, place, type } of placed) {
    const before = outputs.get(name);
    outputs.set(name, {
      name,
      places: [...(before?.places ?? []), ...(place === undefined ? [] : [place])],
      type: before?.type ?? type,
      last: Object.hasOwn(last, name) ? last[name] : undefined,
    });
  }
  for (const [name, value] of Object.entries(last)) {
    if (!outputs.has(name)) outputs.set(name, { name, places: [], type: undefined, last: value });
  }
  return { outputs: [...outputs.values()], complete };
}

function lastOutputs(runs: PastRuns, id: string): JsonObject {
  return runs.find((run) => run.tasks.get(id)?.state === 'completed')?.tasks.get(id)?.outputs ?? {};
}

interface PlacedOutputs {
  readonly placed: readonly Placed[];
  readonly complete: boolean;
}

const UNKNOWN: PlacedOutputs = { placed: [], complete: false };

function placedOutputs(analysis: Pick<Analysis, 'files' | 'place'>, task: Task): PlacedOutputs {
  const { work } = task;
  switch (work?.kind) {
    case 'approval':
      return { placed: MEMBERS.answer.map((name) => ({ name, place: undefined })), complete: true };
    case 'run':
      return scriptOutputs(analysis, work);
    case 'module':
      return moduleOutputs(analysis, work);
    case 'workflow':
      return workflowOutputs(analysis, task);
    default:
      return UNKNOWN;
  }
}

function scriptOutputs({ place }: Pick<Analysis, 'place'>, { script, shell, cwd }: RunWork): PlacedOutputs {
  const { outputs: found, complete, started } = ofScript(script.value, shell?.value);
  const outputs = found.toSorted((a, b) => a.range.start - b.range.start);
  const own = outputs.map(({ range, ...found }) => ({ ...found, place: placeIn(script, range) }));
  if (started.length === 0) return { placed: own, complete };
  const folder = cwd?.value ?? '.';
  if (place?.disk === undefined || hasExpression(folder)) return { placed: own, complete: false };
  const { disk } = place;
  const others = started.map((each) => {
    const path = /^\.\/?$/.test(folder) ? each.path : `${folder}/${each.path}`;
    const found = ofStartedFile({ ...each, path }, disk, place.folder);
    return { complete: found.complete, placed: placedIn({ path, folder: place.folder }, found.outputs) };
  });
  return {
    placed: [...own, ...others.flatMap(({ placed }) => placed)],
    complete: complete && others.every((other) => other.complete),
  };
}

/** Where a name stands in the file; nothing where YAML's escapes are in it. */
function placeIn(script: Text, range: Range): OutputPlace | undefined {
  const place = sourceRange(script, range);
  return place.end - place.start === range.end - range.start ? { file: undefined, range: place } : undefined;
}

function moduleOutputs({ place }: Pick<Analysis, 'place'>, { path }: ModuleWork): PlacedOutputs {
  if (place?.disk === undefined || hasExpression(path.value)) return UNKNOWN;
  const text = place.disk.text(path.value, place.folder);
  if (text === undefined) return UNKNOWN;
  const { outputs, complete } = ofModule(text);
  return { placed: placedIn({ path: path.value, folder: place.folder }, outputs), complete };
}

/** A workflow that can't be run isn't known to leave what it says. */
function workflowOutputs({ files, place }: Pick<Analysis, 'files' | 'place'>, task: Task): PlacedOutputs {
  const nested = nestedOf({ files }, task);
  if (nested === undefined || task.work?.kind !== 'workflow') return UNKNOWN;
  const file = { path: task.work.path.value, folder: place?.folder ?? '', id: nested.source.id };
  const { workflow, diagnostics } = nested.analysis;
  return {
    placed: placedIn(
      file,
      workflow.outputs.map(({ name }) => ({ name: name.value, range: name.range })),
    ),
    complete: diagnostics.every(({ severity }) => severity !== 'error'),
  };
}

function placedIn(file: OutputFile, outputs: readonly FoundOutput[]): readonly Placed[] {
  return outputs.map(({ range, ...found }) => ({ ...found, place: { file, range } }));
}
