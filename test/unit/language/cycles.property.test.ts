import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../../src/language/analyze.ts';

type Graph = readonly (readonly number[])[];

/** For each task the tasks that it needs, by number. */
const graphs: fc.Arbitrary<Graph> = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.array(fc.uniqueArray(fc.nat({ max: size - 1 }), { maxLength: 3 }), {
    minLength: size,
    maxLength: size,
  }),
);

function fileOf(graph: Graph): string {
  const tasks = graph.map(
    (needs, i) => `  t${i}: { run: x, needs: [${needs.map((need) => `t${need}`).join(', ')}] }`,
  );
  return `tasks:\n${tasks.join('\n')}\n`;
}

/** By brute force: whether a walk along needs leads from one task to another. */
function leads(graph: Graph, from: number, to: number, seen = new Set<number>()): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return (graph[from] ?? []).some((need) => leads(graph, need, to, seen));
}

describe('of random graphs', function () {
  this.timeout(60_000);

  it('exactly the needs that take part in a cycle are marked, each with a true path', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const text = fileOf(graph);
        const { diagnostics, lines } = analyze(text);
        const marked = new Set<string>();
        for (const { code, range, message, related } of diagnostics) {
          if (code !== 'cycle') continue;
          const task = lines.position(range.start).line - 1;
          const need = text.slice(range.start, range.end);
          marked.add(`t${task} ${need}`);
          const [, path = ''] = /^Dependency cycle: (.*)\. Take/.exec(message) ?? [];
          const ids = path.split(' → ');
          assert.equal(ids[0], `t${task}`, 'begins at the task whose need is marked');
          assert.equal(ids[1], need, 'goes on with the need');
          assert.equal(ids.at(-1), ids[0], 'leads back');
          assert.equal(new Set(ids).size, ids.length - 1, 'passes each task once');
          for (const [i, id] of ids.slice(0, -1).entries()) {
            const next = Number(ids[i + 1]?.slice(1));
            assert.ok(graph[Number(id.slice(1))]?.includes(next), `${id} needs t${next}`);
          }
          assert.equal(related.length, ids.length - 2, 'all the other needs are related places');
        }
        const expected = new Set(
          graph.flatMap((needs, task) =>
            needs.flatMap((need) => (need !== task && leads(graph, need, task) ? [`t${task} t${need}`] : [])),
          ),
        );
        assert.deepEqual(marked, expected);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a cycle of very many tasks', () => {
  const ring = (size: number, extra: (i: number) => string): string =>
    `tasks:\n${Array.from({ length: size }, (_, i) => `  t${i}: { run: x, needs: [t${(i + 1) % size}${extra(i)}] }`).join('\n')}`;

  it('is told by its beginning, at each of its needs', () => {
    const { diagnostics } = analyze(ring(1000, () => ''));
    assert.equal(diagnostics.length, 1000);
    const [first] = diagnostics;
    assert.match(first?.message ?? '', /^Dependency cycle: t0 → t1 → .* → t49 → … 950 more … → t0\. /);
    assert.ok((first?.related.length ?? 0) < 50);
  });

  it('is marked wherever shortcuts tangle it up', () => {
    const { diagnostics } = analyze(ring(2000, (i) => `, t${(i * 7919 + 13) % 2000}`));
    const marked = diagnostics.filter(({ code }) => code === 'cycle' || code === 'self-need');
    assert.equal(marked.length, 4000);
  }).timeout(60_000);
});
