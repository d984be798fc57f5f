import assert from 'node:assert/strict';
import { analyze } from '../../../src/language/analyze.ts';

function lines(count: number, line: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => line(i)).join('\n');
}

function codes(text: string): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { code } of analyze(text).diagnostics) found[code] = (found[code] ?? 0) + 1;
  return found;
}

describe('an analysis', () => {
  it('has the tasks by id, of one id the first', () => {
    const { workflow, tasksById } = analyze(
      'tasks:\n  a: { run: one }\n  a: { run: two }\n  A: { run: three }',
    );
    assert.deepEqual(
      workflow.tasks.map((task) => task.id.value),
      ['a', 'A'],
    );
    const work = tasksById.get('a')?.work;
    assert.equal(work?.kind === 'run' && work.script.value, 'one');
  });

  it('leaves the limit of stack traces as it was', () => {
    const before = Error.stackTraceLimit;
    analyze('a: [,,,');
    assert.equal(Error.stackTraceLimit, before);
  });

  it('says of a file that is too long just that', () => {
    assert.deepEqual(codes('tasks:\n'.repeat(700_000)), { syntax: 1 });
  });
});

describe('a file that is made to take long is told within its means', () => {
  const many = 10_000;

  it('reads of tasks far upstream in a chain', () => {
    const chain = `tasks:\n${lines(many, (i) => `  t${i}: { run: "echo \${{ tasks.t${Math.floor(i / 2)}.state }}", needs: [t${Math.max(i - 1, 0)}] }`)}`;
    // The first task needs and reads itself.
    assert.deepEqual(codes(chain), { 'self-need': 1, 'missing-need': 1 });
  }).timeout(60_000);

  it('unknown names, each compared with all that are known', () => {
    const text = `tasks:\n${lines(many, (i) => `  task${i}: { run: "echo \${{ tasks.tusk${i}.state }}", needs: tosk${i} }`)}`;
    assert.deepEqual(codes(text), { 'unknown-task': many, 'unknown-name': many });
  }).timeout(60_000);

  it('variables that are read as often as they are declared', () => {
    const text = `env:\n${lines(many, (i) => `  E${i}: x`)}\ntasks:\n  a:\n    run: |\n${lines(many, (i) => `      echo \${{ env.E${i} }}`)}`;
    assert.deepEqual(codes(text), {});
  }).timeout(60_000);

  it('tasks that repeat a large one by aliases', () => {
    const large = `{ run: x, needs: [${lines(1000, (i) => `n${i}, `).replaceAll('\n', '')}] }`;
    const text = `tasks:\n  a: &a ${large}\n${lines(many, (i) => `  t${i}: *a`)}`;
    assert.equal(codes(text)['syntax'], 1);
  }).timeout(60_000);

  it('one key over and over', () => {
    assert.equal(codes(`tasks:\n${'  a: { run: x }\n'.repeat(many)}`)['duplicate-task'], many - 1);
    assert.equal(codes('name: x\n'.repeat(many))['duplicate-key'], many - 1);
  }).timeout(60_000);
});
