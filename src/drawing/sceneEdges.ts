import type { Scene } from './scene.ts';

/** An arrow from a task to one that needs it. */
export interface SceneEdge {
  readonly from: string;
  readonly to: string;
  /** It takes part in a dependency cycle. */
  readonly cyclic: boolean;
}

/** Every need of the scene as an arrow, in the order of the file. */
export function sceneEdges(scene: Pick<Scene, 'tasks' | 'cycles'>): readonly SceneEdge[] {
  const cyclic = new Map<string, Set<string>>();
  for (const cycle of scene.cycles) {
    cycle.forEach((id, i) => {
      const needs = cyclic.get(id) ?? new Set();
      cyclic.set(id, needs.add(cycle[(i + 1) % cycle.length] ?? id));
    });
  }
  return scene.tasks.flatMap((task) =>
    task.needs.map((need) => ({
      from: need,
      to: task.id,
      cyclic: cyclic.get(task.id)?.has(need) ?? false,
    })),
  );
}

/** These, and those inside of tasks that turned into others. */
export function allEdges(scene: Pick<Scene, 'tasks' | 'cycles'>): readonly SceneEdge[] {
  const inner = scene.tasks.flatMap(({ inside }) =>
    inside === undefined ? [] : allEdges({ tasks: inside.tasks, cycles: [] }),
  );
  return [...sceneEdges(scene), ...inner];
}

/** The tasks that lie on a cycle. */
export function cyclicTasks(scene: Scene): ReadonlySet<string> {
  return new Set(scene.cycles.flat());
}
