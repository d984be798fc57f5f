import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { liveView } from '../../../src/cli/liveView.ts';
import type { RunView } from '../../../src/cli/runView.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { ansiPaint, type Paint } from '../../../src/report/paint.ts';
import { ONCE, planOf } from '../orchestrator/support/plans.ts';
import { askedRelease } from '../report/support/release.ts';
import { BEGIN, type Story, story } from '../report/support/story.ts';
import { fakeFrames, fakeTerminal } from './support/fakeTerminal.ts';

function shown(
  plan: Plan,
  { columns = 60, rows = 12, paint }: { columns?: number; rows?: number; paint?: Paint } = {},
) {
  const terminal = fakeTerminal(columns, rows, paint);
  const frames = fakeFrames(BEGIN);
  const view = liveView(terminal, frames);
  const told = story(plan);
  let heard = 0;
  return { terminal, frames, view, told, hear: () => (heard = hearFrom(view, told, heard)) };
}

function hearFrom(view: RunView, { events, run }: Story, from: number): number {
  for (const event of events.slice(from)) view.show(event, run);
  return events.length;
}

describe('liveView', () => {
  const plan = planOf(
    { wave: [], scores: [], train: { needs: ['wave'], retry: { ...ONCE, maxAttempts: 3 } } },
    { name: 'pipeline' },
  );

  it('has a line for each running task under the log, and redraws it in place', () => {
    const { terminal, frames, told, hear } = shown(plan);
    told.start(0, 'wave').start(10, 'scores');
    hear();
    frames.pass(100);
    const started = '    0 ms  ● pipeline started: 3 tasks, at most 4 at once (run r1)';
    assert.deepEqual(terminal.lines, [
      started.slice(0, 60),
      started.slice(60),
      '⠙ wave      100 ms',
      '⠙ scores     90 ms',
      '──────────────────── 0/3 done · 2 running · 100 ms',
    ]);
    told.complete(150, 'wave').start(150, 'train');
    hear();
    frames.pass(1000);
    assert.deepEqual(terminal.lines.slice(2), [
      '  150 ms  ✓ wave completed in 150 ms',
      '⠹ scores    1.09 s',
      '⠹ train     950 ms  attempt 1 of 3',
      '━━━━━━────────────── 1/3 done · 2 running · 1.10 s',
    ]);
  });

  it('shows what waits to be tried again', () => {
    const { terminal, frames, told, hear } = shown(plan);
    told.start(0, 'train').retry(50, 'train', { reason: 'exit_code', code: 1 }, 2000);
    hear();
    frames.pass(550);
    assert.deepEqual(terminal.lines.slice(-2), [
      '↻ train            attempt 1 of 3, next in 1.50 s',
      '──────────────────── 0/3 done · 1 to be tried again · 550 ms',
    ]);
  });

  it('shows how far tasks say they are', () => {
    const { terminal, frames, told, hear } = shown(plan);
    told.start(0, 'wave').progress(10, 'wave', 0.42, 'epoch 4 of 10').start(10, 'train');
    told.progress(20, 'train', 1);
    hear();
    frames.pass(80);
    assert.deepEqual(terminal.lines.slice(-3), [
      '⠙ wave      80 ms  ━━━───── 42 % epoch 4 of 10',
      '⠙ train     70 ms  ━━━━━━━━ 100 %  attempt 1 of 3',
      '──────────────────── 0/3 done · 2 running · 80 ms',
    ]);
  });

  it('shows what waits for a person, and the parts of tasks in place of these', () => {
    const asked = askedRelease();
    const { terminal, frames, view } = shown(plan, { columns: 90 });
    hearFrom(view, asked, 0);
    frames.pass(2400);
    assert.deepEqual(terminal.lines.slice(-2), [
      '◌ approve    2.00 s  waits for a person: Publish both models?',
      '━━━━━━━━━━━───────── 4/7 done · 1 waiting for a person · 2.40 s',
    ]);
    asked.tell(2500, {
      type: 'task-answered',
      task: 'approve',
      answer: 'approve',
      by: 'ana',
      via: 'editor',
    });
    asked.complete(2500, 'approve');
    asked.tell(2500, { type: 'task-expanded', task: 'publish', into: { type: 'workflow', inputs: {} } });
    asked.start(2500, 'publish/build');
    hearFrom(view, asked, asked.events.length - 5);
    frames.pass(200);
    assert.deepEqual(terminal.lines.slice(-2), [
      '⠹ publish/build    100 ms  attempt 1 of 2',
      '━━━━━━━━━━━───────── 5/9 done · 1 running · 2.60 s',
    ]);
  });

  it('has the questions of a run that is taken up again, whatever else there is no room for', () => {
    const { terminal, frames, view } = shown(plan, { rows: 4, columns: 80 });
    const asked = askedRelease().start(400, 'wave').start(400, 'clean').resume(60_400);
    hearFrom(view, asked, asked.events.length - 1);
    frames.pass(60_500);
    assert.deepEqual(terminal.lines.slice(-3), [
      '◌ approve    100 ms  waits for a person: Publish both models?',
      '  … and 2 more',
      '━━━━━━━━──────────── 3/7 done · 2 running · 1 waiting for a person · 500 ms',
    ]);
  });

  it('lets the output of tasks scroll above', () => {
    const { terminal, frames, told, hear } = shown(plan);
    told
      .start(0, 'wave')
      .tell(5, { type: 'task-output', task: 'wave', attempt: 1, stream: 'stdout', text: 'one\ntwo\n' });
    hear();
    frames.pass(80);
    frames.pass(80);
    assert.deepEqual(terminal.lines.slice(2), [
      '[wave] one',
      '[wave] two',
      '⠹ wave    160 ms',
      '──────────────────── 0/3 done · 1 running · 160 ms',
    ]);
  });

  it('takes no more lines and columns than there are', () => {
    const many = planOf(
      Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`task_with_a_long_name_${i}`, []])),
    );
    const { terminal, frames, told, hear } = shown(many, { columns: 24, rows: 6 });
    for (const { id } of many.tasks) told.start(0, id);
    hear();
    for (let i = 0; i < 5; i++) frames.pass(80);
    const block = terminal.lines.slice(-5);
    assert.deepEqual(block, [
      '⠴ task_with_a…    400 ms',
      '⠴ task_with_a…    400 ms',
      '⠴ task_with_a…    400 ms',
      '  … and 27 more',
      '0/30 done · 30 running …',
    ]);
    assert.equal(terminal.lines.filter((line) => line.includes('and 27 more')).length, 1);
  });

  it('leaves nothing behind when the terminal gets narrower or wider', () => {
    const { terminal, frames, told, hear } = shown(plan, { columns: 60, rows: 12 });
    told.start(0, 'wave').start(0, 'scores');
    hear();
    frames.pass(80);
    for (const columns of [30, 17, 80, 41]) {
      terminal.resize(columns, 12);
      frames.pass(80);
      assert.equal(terminal.lines.filter((line) => line.includes('wave')).length, 1, `${columns} columns`);
      assert.equal(terminal.lines.filter((line) => line.includes('done')).length, 1, `${columns} columns`);
    }
  });

  it('gives the terminal back as it was, with the whole log and no block', () => {
    const { terminal, frames, view, told, hear } = shown(plan);
    told.start(0, 'wave');
    hear();
    frames.pass(80);
    assert.equal(terminal.cursorHidden, true);
    told.complete(100, 'wave');
    hear();
    view.close();
    view.close();
    assert.equal(terminal.cursorHidden, false);
    assert.equal(frames.running, false);
    assert.deepEqual(terminal.lines.slice(2), ['  100 ms  ✓ wave completed in 100 ms']);
    view.show({ type: 'task-ready', at: BEGIN, task: 'scores' }, told.run);
    terminal.resize(20, 5);
    assert.equal(terminal.cursorHidden, false);
  });

  it('gives it back for as long as the process is stopped', () => {
    const { terminal, frames, view, told, hear } = shown(plan);
    told.start(0, 'wave');
    hear();
    frames.pass(80);
    view.suspend();
    assert.equal(terminal.cursorHidden, false);
    assert.equal(frames.running, false);
    assert.equal(terminal.lines.length, 2);
    terminal.write('$ fg\n');
    view.resume();
    assert.equal(terminal.cursorHidden, true);
    assert.deepEqual(terminal.lines.slice(2), [
      '$ fg',
      '⠙ wave     80 ms',
      '──────────────────── 0/3 done · 1 running · 80 ms',
    ]);
  });

  it('looks the same in colour', () => {
    const [plain, coloured] = [shown(plan), shown(plan, { paint: ansiPaint })];
    for (const { told, hear, frames } of [plain, coloured]) {
      told.start(0, 'wave').start(0, 'scores').fail(10, 'wave', { reason: 'signal', signal: 'SIGSEGV' });
      hear();
      frames.pass(80);
    }
    assert.deepEqual(coloured.terminal.lines, plain.terminal.lines);
  });
});
