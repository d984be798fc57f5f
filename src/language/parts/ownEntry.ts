import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Task, TaskKind, Workflow } from '../../model/workflow.ts';
import { type StartedFirst, startedFirst } from '../disk/startedFirst.ts';
import type { Facts } from '../facts.ts';
import type { TaskName } from '../knownNames.ts';
import { ofScript, type ScriptOutputs } from '../outputs/ofScript.ts';
import { readTask } from '../read/readTask.ts';
import { EMPTY_WORKFLOW } from '../read/readWorkflow.ts';
import { knowsNoNeeds } from '../rules/graph/knowsNoNeeds.ts';
import { applyNameRules, applyPartRules } from '../rules.ts';
import { WORKFLOW_SCHEMA } from '../schema/workflowSchema.ts';
import type { MapValue, Pair } from '../source/value.ts';
import { createSuggest } from '../suggest.ts';
import { visit } from '../visit.ts';
import { taskExpressions, type WrittenExpression } from '../writtenExpressions.ts';
import type { Shared } from './shared.ts';

/** A name under `tasks` or `finally`, and all that can be said of it by itself. */
export interface OwnEntry extends TaskName {
  readonly kind: TaskKind | undefined;
  readonly needs: readonly string[];
  /** Ids of tasks that it reads and doesn't need directly; where they are read: the expression and the name in it. */
  readonly openReads: readonly OpenRead[];
  readonly pair: Pair;
  readonly task: Task;
  readonly expressions: readonly WrittenExpression[];
  /** What its script leaves, as far as that alone tells; absent of other kinds. Found out when it is first asked for. */
  leaves(): ScriptOutputs | undefined;
  /** It looks at nothing that its needs left, but by expressions; where that isn't certain, `false`. */
  knowsNoNeeds(): boolean;
  started(): StartedFirst | undefined;
  /** What is wrong with it, whatever else is in the file. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is wrong with the names that it uses. `suggests`: the nearest names are looked for. */
  misnamed(shared: Shared, suggests: boolean): readonly Diagnostic[];
}

export interface OpenRead {
  readonly id: string;
  /** Indexes of `expressions`, and of the references of one. */
  readonly expression: number;
  readonly reference: number;
}

export function ownEntry(pair: Pair, isFinally: boolean): OwnEntry {
  const task = readTask(pair, isFinally);
  const expressions = taskExpressions(task);
  const root = around(pair, isFinally ? 'finally' : 'tasks');
  const facts = (workflow: Workflow): Omit<Facts, 'visited' | 'suggest' | 'known'> => ({
    root,
    workflow: { ...workflow, tasks: [task] },
    tasksById: new Map([[task.id.value, task]]),
    expressions,
  });
  const visited = visit(root, WORKFLOW_SCHEMA);
  const needs = task.needs.map((need) => need.value);
  const mentioned = mentionedIds(needs, expressions);
  let told: { readonly version: object; readonly faults: readonly Diagnostic[] } | undefined;
  let suggested: typeof told;
  let left: ScriptOutputs | undefined;
  let isBlind: boolean | undefined;
  let first: { readonly started: StartedFirst | undefined } | undefined;
  return {
    id: task.id.value,
    kind: task.work?.kind,
    isFinally,
    continuesOnError: task.continueOnError?.value === true,
    needs,
    openReads: openReads(expressions, new Set(needs.filter((need) => need !== task.id.value))),
    pair,
    task,
    expressions,
    leaves() {
      const { work } = task;
      if (work?.kind === 'run') left ??= ofScript(work.script.value, work.shell?.value);
      return left;
    },
    knowsNoNeeds() {
      isBlind ??= knowsNoNeeds(task);
      return isBlind;
    },
    started() {
      first ??= { started: task.work?.kind === 'run' ? startedFirst(task.work) : undefined };
      return first.started;
    },
    diagnostics: [...applyPartRules({ ...facts(EMPTY_WORKFLOW), visited, suggest: createSuggest() })],
    misnamed(shared, suggests) {
      const { workflow, known, version, since } = shared;
      const look = (suggest: Facts['suggest']): NonNullable<typeof told> => ({
        version,
        faults: [...applyNameRules({ ...facts(workflow), suggest, known })],
      });
      // Where nothing was wrong, and no name that stands here changed, nothing is.
      const isStillFine =
        told?.faults.length === 0 && told.version === since?.version && areApart(mentioned, since.ids);
      if (isStillFine) told = { version, faults: [] };
      else if (told?.version !== version) told = look(() => undefined);
      if (!suggests || told.faults.length === 0) return told.faults;
      if (suggested?.version !== version) suggested = look(createSuggest());
      return suggested.faults;
    },
  };
}

/** A file that holds nothing else. */
function around(pair: Pair, section: string): MapValue {
  const { range } = pair;
  const value: MapValue = { type: 'map', range, pairs: [pair], flow: false };
  const key = { value: section, range: { start: range.start, end: range.start } };
  return { ...value, pairs: [{ key, value, range, merged: false }] };
}

function openReads(
  expressions: readonly WrittenExpression[],
  needs: ReadonlySet<string>,
): readonly OpenRead[] {
  const found: OpenRead[] = [];
  for (const [expression, { references }] of expressions.entries()) {
    for (const [reference, { context, path }] of references.entries()) {
      const id = path[0]?.name;
      if (context === 'tasks' && id !== undefined && !needs.has(id))
        found.push({ id, expression, reference });
    }
  }
  return found;
}

/** The ids of the tasks that an entry needs or reads. */
function mentionedIds(
  needs: readonly string[],
  expressions: readonly WrittenExpression[],
): ReadonlySet<string> {
  const ids = new Set(needs);
  for (const { references } of expressions) {
    for (const { context, path } of references) {
      if (context === 'tasks' && path[0] !== undefined) ids.add(path[0].name);
    }
  }
  return ids;
}

function areApart(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const each of some) if (others.has(each)) return false;
  return true;
}
