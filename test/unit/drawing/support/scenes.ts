import fc from 'fast-check';
import { type Scene, type SceneTask, sceneOf } from '../../../../src/drawing/scene.ts';
import { analyze } from '../../../../src/language/analyze.ts';

/** The scene of a workflow as its author writes it, right or wrong. */
export function sceneOfText(yaml: string): Scene {
  return sceneOf(analyze(yaml).workflow);
}

/** The scene of `{ id: needs }`. */
export function sceneOfNeeds(needs: Readonly<Record<string, readonly string[]>>): Scene {
  const tasks = Object.entries(needs).map(([id, some]) => [id, { needs: some, run: 'true' }]);
  return sceneOfText(JSON.stringify({ tasks: Object.fromEntries(tasks) }));
}

/** Scenes of up to 25 tasks with any needs at all, or with none that lead back. */
export function anyScene(cycles: boolean): fc.Arbitrary<Scene> {
  return fc.integer({ min: 0, max: 25 }).chain((count) => {
    const place = fc.nat(Math.max(0, count - 1));
    return fc.array(fc.tuple(place, place), { maxLength: count * 3 }).map((pairs) => {
      const needs: Record<string, string[]> = {};
      for (let i = 0; i < count; i++) needs[`t${i}`] = [];
      for (const [a, b] of count === 0 ? [] : pairs) {
        const [from, to] = cycles ? [a, b] : [Math.min(a, b), Math.max(a, b)];
        if (cycles || from !== to) needs[`t${to}`]?.push(`t${from}`);
      }
      return sceneOfNeeds(needs);
    });
  });
}

/** Scenes in which some tasks turned into others: instances, workflows with a `finally`, workflows in matrices. */
export function anyGroups(): fc.Arbitrary<Scene> {
  return fc.tuple(anyScene(false), fc.array(fc.nat(19), { maxLength: 25 })).map(([scene, sizes]) => ({
    ...scene,
    tasks: scene.tasks.map((task, i) => withParts(task, sizes[i] ?? 0, 2)),
  }));
}

/** A task that turned into so many others, or stays as it is. */
function withParts(task: SceneTask, size: number, depth: number): SceneTask {
  if (size < 3 || depth === 0) return task;
  const isMatrix = size % 2 === 0;
  const tasks = Array.from({ length: size }, (_, i): SceneTask => {
    const before = `${task.id}/${i - 1}`;
    const part = {
      id: `${task.id}/${i}`,
      name: String(i),
      needs: isMatrix || i % 3 === 0 ? [] : [before],
      missing: [],
      stage: isMatrix ? 0 : i % 3,
      ...(!isMatrix && i >= size - 1 && { finally: true as const, needs: [], stage: 0 }),
    };
    return withParts(part, i % 4 === 0 ? size - 7 : 0, depth - 1);
  });
  return { ...task, inside: { of: isMatrix ? 'matrix' : 'workflow', tasks } };
}
