import type { Diagnostic } from '../model/diagnostic.ts';
import { type Lines, linesOf } from '../model/text.ts';
import type { Task, Workflow } from '../model/workflow.ts';
import type { Facts } from './facts.ts';
import { heedIgnores } from './ignores.ts';
import { applyFileRules } from './nested/fileRules.ts';
import { type NestedFile, nestedFiles } from './nested/nestedFiles.ts';
import type { FilePlace } from './nested/workflowFiles.ts';
import { readText } from './parts/fileText.ts';
import type { PlacedPart } from './parts/placedPart.ts';
import type { Entry } from './parts/understandTask.ts';
import { readWorkflow } from './read/readWorkflow.ts';
import { applyPartRules, applyWholeRules } from './rules.ts';
import { WORKFLOW_SCHEMA } from './schema/workflowSchema.ts';
import type { Value } from './source/value.ts';
import { createSuggest } from './suggest.ts';
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
  /** What the analysis of the next version can take over. */
  readonly parts: readonly PlacedPart[];
}

/**
 * Understands a file as far as it can be, and says what is wrong with it. Never throws.
 * With a `place`, the files that it runs as tasks are read and checked as well. What stands as it did `before`, in an
 * earlier version of the file, isn't read again; the result is the same.
 */
export function analyze(text: string, place?: FilePlace, before?: Analysis): Analysis {
  const alone = analyzeAlone(text, before);
  if (place === undefined) return { ...alone, diagnostics: heedIgnores(text, alone.diagnostics) };
  const files = nestedFiles(alone, place, analyzeAlone, before?.files);
  const diagnostics = inOrder([...alone.diagnostics, ...applyFileRules(files)]);
  return { ...alone, files, place, diagnostics: heedIgnores(text, diagnostics) };
}

function analyzeAlone(text: string, before?: Analysis): Analysis {
  const { root, syntax, frame, entries, parts } = readText(text, before?.parts);
  const firsts = firstOfEach(entries);
  const workflow = readWorkflow(
    frame,
    firsts.map(({ task }) => task),
  );
  const tasksById = new Map(workflow.tasks.map((task) => [task.id.value, task]));
  const env = sharedExpressions(workflow.env, 'env');
  const outputs = sharedExpressions(workflow.outputs, 'outputs');
  const expressions = [...env, ...firsts.flatMap((entry) => entry.expressions), ...outputs];
  const visited = visit(frame, WORKFLOW_SCHEMA);
  const suggest = createSuggest();
  const facts: Facts = { root, visited, workflow, tasksById, expressions, suggest };
  const rest: Facts = {
    ...facts,
    root: frame,
    workflow: { ...workflow, tasks: [] },
    tasksById: new Map(),
    expressions: [...env, ...outputs],
  };
  // Of a file that can't be read at all, its syntax is all there is to say.
  const unreadable = root === undefined && syntax.length > 0;
  const found = unreadable
    ? syntax
    : [
        ...syntax,
        ...entries.flatMap((entry) => entry.diagnostics),
        ...applyPartRules(rest),
        ...applyWholeRules(facts),
      ];
  const lines = linesOf(text);
  const diagnostics = inOrder(found);
  return {
    ...{ text, lines, workflow, diagnostics, root, tasksById, expressions, parts },
    ...{ files: undefined, place: undefined },
  };
}

/** Of tasks with one id, the first. */
function firstOfEach(entries: readonly Entry[]): readonly Entry[] {
  const ids = new Set<string>();
  return entries.filter(({ task }) => {
    const isFirst = !ids.has(task.id.value);
    ids.add(task.id.value);
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
