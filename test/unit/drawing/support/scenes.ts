import fc from 'fast-check';
import { type Scene, sceneOf } from '../../../../src/drawing/scene.ts';
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
