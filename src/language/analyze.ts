import type { Diagnostic } from '../model/diagnostic.ts';
import type { Lines } from '../model/text.ts';
import type { Task, Workflow } from '../model/workflow.ts';
import { applyDiskRules } from './disk/diskRules.ts';
import type { Facts, FileFacts, NameFacts } from './facts.ts';
import { fileAnalysis, withMore } from './fileAnalysis.ts';
import { heedIgnores } from './ignores.ts';
import { type NestedFile, nestedFiles } from './nested/nestedFiles.ts';
import { applyNestedRules } from './nested/nestedRules.ts';
import type { FilePlace } from './nested/workflowFiles.ts';
import { applyOutputRules } from './outputs/outputRules.ts';
import { readText } from './parts/fileText.ts';
import type { Entry } from './parts/placedEntry.ts';
import type { PlacedPart } from './parts/placedPart.ts';
import { type Shared, sharedBy } from './parts/shared.ts';
import { readWorkflow } from './read/readWorkflow.ts';
import { applyFileRules, applyNameRules, applyPartRules, applyRemarkRules } from './rules.ts';
import { WORKFLOW_SCHEMA } from './schema/workflowSchema.ts';
import type { Value } from './source/value.ts';
import { createSuggest } from './suggest.ts';
import { type TaskGraph, taskGraph } from './taskGraph.ts';
import { visit } from './visit.ts';
import { sharedExpressions, type WrittenExpression } from './writtenExpressions.ts';

/** A version of a file, understood. Every other function of the language takes one. */
export interface Analysis {
  readonly text: string;
  readonly lines: Lines;
  readonly workflow: Workflow;
  /** In the order of their places. */
  readonly diagnostics: readonly Diagnostic[];
  /** The file's values as written; absent where it holds none. */
  readonly root: Value | undefined;
  /** Of tasks with one id, the first. */
  readonly tasksById: ReadonlyMap<string, Task>;
  readonly expressions: readonly WrittenExpression[];
  /** The file itself and those that it runs as tasks; absent where other files weren't looked at. */
  readonly files: NestedFile | undefined;
  /** Where the text comes from; absent where it was looked at by itself. */
  readonly place: FilePlace | undefined;
  readonly kept: Kept;
}

/** What the analysis of the next version can take over. */
interface Kept {
  readonly parts: readonly PlacedPart[];
  readonly shared: Shared;
  readonly graph: TaskGraph;
  /** Of tasks with one id, the first. */
  readonly entries: readonly Entry[];
}

/**
 * Understands a file as far as it can be, and says what is wrong with it. Never throws.
 * With a `place`, the files that it runs as tasks are read and checked as well. What stands as it did `before`, in an
 * earlier version of the file, isn't read again; the result is the same.
 */
export function analyze(text: string, place?: FilePlace, before?: Analysis): Analysis {
  const alone = analyzeAlone(text, before);
  const files = place && nestedFiles(alone, place, analyzeAlone, before?.files);
  const beside = files && place ? [...applyNestedRules(files), ...applyDiskRules(alone, place)] : [];
  const found = inOrder([...alone.diagnostics, ...beside, ...applyOutputRules(alone, files, place)]);
  return withMore(alone, { files, place, diagnostics: heedIgnores(text, found) });
}

function analyzeAlone(text: string, before?: Analysis): Analysis {
  const read = readText(text, before && { text: before.text, parts: before.kept.parts });
  const { root, syntax, frame } = read;
  const workflow = readWorkflow(frame, []);
  const names = read.entries.map(({ own }) => own);
  const shared = sharedBy(workflow, names, before?.kept.shared);
  const entries = shared.hasTwins ? firstEntries(read.entries) : read.entries;
  const tasks = entries.map(({ own }) => own);
  const graph = taskGraph(tasks, before?.kept.graph);
  const file = fileAnalysis(
    { text, root, kept: { parts: read.parts, shared, graph, entries } },
    workflow,
    entries,
  );
  const rest = restFacts(frame, workflow, shared);
  // Of a file that can't be read at all, its syntax is all there is to say.
  if (root === undefined && syntax.length > 0) return withMore(file, { diagnostics: inOrder(syntax) });
  const facts = fileFacts(file, rest, entries);
  const found = [
    ...syntax,
    ...entryDiagnostics(read.entries, shared),
    ...applyPartRules(rest),
    ...applyNameRules(rest),
    ...applyFileRules(facts),
  ];
  const isFaulty = found.some(({ severity }) => severity === 'error');
  return withMore(file, { diagnostics: inOrder(isFaulty ? found : [...found, ...applyRemarkRules(facts)]) });
}

/** All but the tasks. */
function restFacts(frame: Value | undefined, workflow: Workflow, { known }: Shared): Facts & NameFacts {
  const expressions = [
    ...sharedExpressions(workflow.env, 'env'),
    ...sharedExpressions(workflow.outputs, 'outputs'),
  ];
  const visited = visit(frame, WORKFLOW_SCHEMA);
  return {
    root: frame,
    workflow,
    tasksById: new Map(),
    expressions,
    visited,
    suggest: createSuggest(),
    known,
  };
}

function fileFacts(
  file: ReturnType<typeof fileAnalysis>,
  { visited, suggest }: Facts,
  entries: readonly Entry[],
): FileFacts {
  const { root, workflow, kept } = file;
  return {
    ...{ root, visited, workflow, suggest, entries, shared: kept.shared, graph: kept.graph },
    get tasksById() {
      return file.tasksById;
    },
    get expressions() {
      return file.expressions;
    },
  };
}

/** Of so many tasks with unknown names the nearest ones are looked for, so that a file full of them ends soon. */
const MOST_SUGGESTIONS = 100;

function entryDiagnostics(entries: readonly Entry[], shared: Shared): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  let suggested = 0;
  for (const entry of entries) {
    const diagnostics = entry.diagnostics(shared, suggested < MOST_SUGGESTIONS);
    if (diagnostics.length > 0) suggested++;
    for (const each of diagnostics) found.push(each);
  }
  return found;
}
/** Of tasks with one id, the first. */
function firstEntries(entries: readonly Entry[]): readonly Entry[] {
  const ids = new Set<string>();
  return entries.filter(({ own: { id } }) => {
    const isFirst = !ids.has(id);
    ids.add(id);
    return isFirst;
  });
}

/** Sorted by place, each once: what an alias repeats is at fault at one place. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = [...diagnostics].sort(
    (a, b) =>
      a.range.start - b.range.start ||
      a.range.end - b.range.end ||
      a.code.localeCompare(b.code) ||
      a.message.localeCompare(b.message),
  );
  return sorted.filter((each, i) => {
    const before = sorted[i - 1];
    return (
      before === undefined ||
      each.code !== before.code ||
      each.message !== before.message ||
      each.range.start !== before.range.start ||
      each.range.end !== before.range.end
    );
  });
}
