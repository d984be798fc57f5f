import fc from 'fast-check';
import type { Needing } from '../../../../src/model/graph.ts';

/** Graphs without cycles, of up to 12 tasks, in any order. */
export const acyclic: fc.Arbitrary<readonly Needing[]> = fc.nat({ max: 12 }).chain((size) =>
  fc
    .tuple(...Array.from({ length: size }, (_, i) => fc.subarray(Array.from({ length: i }, (_each, j) => j))))
    .map((all) => all.map((needs, i) => ({ id: `t${i}`, needs: needs.map((need) => `t${need}`) })))
    .chain((tasks) => fc.shuffledSubarray(tasks, { minLength: tasks.length })),
);

/** Graphs of up to 7 tasks, with cycles, self-needs and needs of what isn't there. */
export const anyGraph: fc.Arbitrary<readonly Needing[]> = fc.nat({ max: 7 }).chain((size) => {
  const need = fc.nat({ max: size }).map((i) => `t${i}`);
  return fc
    .array(fc.array(need, { maxLength: 4 }), { minLength: size, maxLength: size })
    .map((all) => all.map((needs, i) => ({ id: `t${i}`, needs })));
});
