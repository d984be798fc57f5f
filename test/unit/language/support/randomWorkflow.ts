import fc from 'fast-check';

interface Drawn {
  readonly needs: readonly number[];
  readonly style: 'flow' | 'one' | 'lines' | 'brackets';
  readonly comment: 'none' | 'above' | 'behind' | 'below' | 'apart';
  readonly reads: boolean;
  readonly blank: boolean;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  needs: fc.array(fc.nat(20), { maxLength: 3 }),
  style: fc.constantFrom('flow', 'one', 'lines', 'brackets'),
  comment: fc.constantFrom('none', 'above', 'behind', 'below', 'apart'),
  reads: fc.boolean(),
  blank: fc.boolean(),
});

/** A workflow of up to ten tasks in any order, without a cycle, in all styles, with comments everywhere. */
export const randomWorkflow: fc.Arbitrary<string> = fc
  .array(drawn, { minLength: 1, maxLength: 10 })
  .chain((all) =>
    fc
      .shuffledSubarray(
        all.map((_, i) => i),
        { minLength: all.length },
      )
      .map((order) => textOf(all, order)),
  );

function textOf(all: readonly Drawn[], order: readonly number[]): string {
  const lines = ['tasks: # all', ...order.flatMap((i) => taskLines(i, all[i]))];
  return `${lines.join('\n')}\noutputs:\n  last: \${{ tasks.t0.outputs.k }}\n`;
}

function taskLines(i: number, task: Drawn | undefined): readonly string[] {
  if (task === undefined) return [];
  const needs = i === 0 ? [] : [...new Set(task.needs.map((need) => `t${need % i}`))];
  const read = task.reads && needs[0] !== undefined ? ` \${{ tasks.${needs[0]}.outputs.k }}` : '';
  const run = `'echo "k=${i}${read}" >> "$FLOW_OUTPUT"'`;
  const behind = task.comment === 'behind' ? ' # behind' : '';
  const list = needs.length === 1 && task.style === 'one' ? (needs[0] ?? '') : `[${needs.join(', ')}]`;
  const own =
    task.style === 'flow'
      ? [`  t${i}: { run: ${run}${needs.length > 0 ? `, needs: ${list}` : ''} }${behind}`]
      : [
          `  t${i}:${behind}`,
          ...(needs.length === 0
            ? []
            : task.style === 'lines'
              ? ['    needs:', ...needs.map((need) => `      - ${need} # why ${need}`)]
              : [`    needs: ${list}`]),
          `    run: ${run}`,
        ];
  return [
    ...(task.comment === 'apart' ? ['  # apart', ''] : []),
    ...(task.comment === 'above' ? ['  # above', '  # and more'] : []),
    ...own,
    ...(task.comment === 'below' ? ['    # below'] : []),
    ...(task.blank ? [''] : []),
  ];
}
