import { type Cycle, cycles } from '../model/cycles.ts';
import { stages } from '../model/graph.ts';
import type { JsonValue } from '../model/json.ts';
import { repetitions } from '../model/repetitions.ts';
import type { Run } from '../model/run.ts';
import type { TaskKind, Workflow } from '../model/workflow.ts';
import { type Inside, insideOf } from './sceneParts.ts';
import { type SceneStatus, statusOf } from './status.ts';

/** What is drawn, as plain JSON: the graph of a workflow, right or wrong, and how far a run has come. */
export interface Scene {
  /** The workflow's name. */
  readonly name?: string;
  /** In the order of the file, each id once. */
  readonly tasks: readonly SceneTask[];
  /** Empty in a workflow that can be run. */
  readonly cycles: readonly Cycle[];
}

export interface SceneTask {
  readonly id: string;
  /** What it is called inside the task that it is a part of; absent where it isn't. */
  readonly name?: string;
  readonly description?: string;
  readonly kind?: TaskKind;
  /** Ids of other tasks beside it (or of this one, which is a cycle of its own), each once. */
  readonly needs: readonly string[];
  /** What the author wrote under `needs` and no task is called. */
  readonly missing: readonly string[];
  /** Zero-based depth in the graph. Of a task on a cycle, or downstream of one, it means nothing. */
  readonly stage: number;
  /** Runs when all others have settled: behind the last stage. Its `stage` counts among those of its kind. */
  readonly finally?: true;
  /** How often its matrix repeats it; `n` where that is known only at run time. */
  readonly times?: number | 'n';
  /** What it turned into in the run that is shown. */
  readonly inside?: Inside;
  /** Absent where no run is shown, or the run doesn't have the task. */
  readonly status?: SceneStatus;
}

/** The scene of a workflow as written; what `run` knows of tasks with the same ids is drawn onto it. */
export function sceneOf(workflow: Workflow, run?: Run): Scene {
  const tasks = workflow.tasks.map((task) => ({
    id: task.id.value,
    description: task.description?.value,
    kind: task.work?.kind,
    needs: task.needs.map((need) => need.value),
    finally: task.finally,
    matrix: task.matrix,
  }));
  return compose(workflow.name?.value, tasks, run);
}

/** The scene of a run, from the plan it follows. */
export function sceneOfRun(run: Run): Scene {
  const tasks = run.plan.tasks.map((task) => ({
    id: task.id,
    description: task.description,
    kind: task.work.kind,
    needs: task.needs,
    finally: task.finally === true,
    matrix: task.matrix,
  }));
  return compose(run.plan.name, tasks, run);
}

interface Source {
  readonly id: string;
  readonly description: string | undefined;
  readonly kind: TaskKind | undefined;
  readonly needs: readonly string[];
  readonly finally: boolean;
  readonly matrix:
    | {
        readonly axes: Readonly<Record<string, JsonValue>>;
        readonly include?: JsonValue | undefined;
        readonly exclude?: JsonValue | undefined;
      }
    | undefined;
}

function compose(name: string | undefined, sources: readonly Source[], run: Run | undefined): Scene {
  const first = new Map<string, Source>();
  for (const source of sources) if (!first.has(source.id)) first.set(source.id, source);
  const unique = [...first.values()];
  const depth = stages(unique);
  const tasks = unique.map((source): SceneTask => {
    const { id, description, kind, matrix } = source;
    const needs = [...new Set(source.needs)];
    const drawn = run?.tasks.get(id);
    const inside = run && drawn && insideOf(run, drawn);
    return {
      id,
      ...(description !== undefined && { description }),
      ...(kind !== undefined && { kind }),
      needs: needs.filter((need) => first.has(need)),
      missing: needs.filter((need) => !first.has(need)),
      stage: depth.get(id) ?? 0,
      ...(source.finally && { finally: true }),
      ...(matrix !== undefined && { times: repetitions(matrix) }),
      ...(inside !== undefined && { inside }),
      ...(run && drawn && { status: statusOf(run, drawn) }),
    };
  });
  return { ...(name !== undefined && { name }), tasks, cycles: cycles(unique) };
}

/** Every task of a scene, each followed by what it turned into. */
export function allTasks(scene: Pick<Scene, 'tasks'>): readonly SceneTask[] {
  return scene.tasks.flatMap((task) => (task.inside === undefined ? task : [task, ...allTasks(task.inside)]));
}
