import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { describe, it } from 'mocha';
import { displayWidth } from '../../../src/report/columns.ts';
import { ansiPaint, plainPaint } from '../../../src/report/paint.ts';
import { reportText } from '../../../src/report/reportText.ts';
import { summarize } from '../../../src/report/summary.ts';
import { planOf } from '../orchestrator/support/plans.ts';
import { failedPipeline } from './support/pipeline.ts';
import { story } from './support/story.ts';

describe('reportText', () => {
  it('tells a failed run', () => {
    const lines = reportText(summarize(failedPipeline().run), plainPaint, 90).split('\n');
    // The one line that depends on the time zone.
    const told = lines.filter((line) => !line.startsWith('  Started'));
    assert.deepEqual(told, [
      '✗ pipeline failed after 1.00 s: train failed (exit code 2); 3 completed, 2 skipped',
      '',
      '  Total time           1.00 s',
      '  Success rate         50% (3 of 6 tasks)',
      '  Tasks                3 completed, 1 failed, 2 skipped',
      '  Attempts             5, 1 retry among them',
      '  Critical path        scores → analyze → train (1.00 s)',
      '  Parallel efficiency  50% (1.00 s of work in 1.00 s with 2 slots)',
      '  Peak concurrency     2 of at most 2 at once',
      '  Peak memory          50.0 MB (wave)',
      '  Inputs               rows=1000',
      '',
      'Failed',
      '  train after 200 ms, attempt 2 of 2  examples/pipeline.flow.yaml:4',
      '    exit code 2',
      '    │ epoch 1',
      '    │ loss NaN',
      '',
      'Skipped',
      '  ensemble: its need train failed',
      '  report: its need ensemble was skipped',
      '',
      'Stages',
      '  Stage  Tasks          From      To    Time  0 ────────────────────────────────── 1.00 s',
      '  1      2 completed    0 ms  400 ms  400 ms  ██████████████████',
      '  2      1 completed  400 ms  500 ms  100 ms                   █████',
      '  3      1 failed     500 ms  1.00 s  500 ms                        ██████████████████████',
      '  4      1 skipped',
      '  5      1 skipped',
      '',
      'Tasks',
      '  Task        Stage  Attempts  Queued    Time  0 ───────────────────────────────── 1.00 s',
      '  ✓ wave          1         1    0 ms  200 ms  █████████',
      '  ✓ scores        1         1    0 ms  400 ms  █████████████████',
      '  ✓ analyze       2         1    0 ms  100 ms                   █████',
      '  ✗ train         3         2    0 ms  500 ms                       █████········█████████',
      '  ⊘ ensemble      4',
      '  ⊘ report        5',
      '',
      'Results',
      '  wave.rows        1000',
      '  wave.file        wave.csv',
      '  analyze.quality  0.93',
      '  analyze.note     two lines',
    ]);
  });

  it('says the same in colour', () => {
    const summary = summarize(failedPipeline().run);
    const coloured = reportText(summary, ansiPaint);
    assert.notEqual(coloured, reportText(summary, plainPaint));
    assert.equal(stripVTControlCharacters(coloured), reportText(summary, plainPaint));
  });

  for (const width of [60, 80, 100, 200]) {
    it(`keeps to ${width} columns`, () => {
      const { run } = failedPipeline();
      const lines = reportText(summarize(run), plainPaint, width).split('\n').slice(1);
      // A place isn't cut: it is a link.
      for (const line of lines.filter((each) => !each.includes('.flow.yaml:'))) {
        assert.ok(displayWidth(line) <= width, line);
      }
    });
  }

  it('begins with one plain sentence on how it went', () => {
    const [first] = reportText(
      summarize(
        story(planOf({ a: [], b: [] }, { name: 'twins' }))
          .start(0, 'a')
          .start(0, 'b')
          .complete(90, 'a')
          .complete(90, 'b')
          .tell(100, { type: 'run-finished', outcome: 'completed' }).run,
      ),
      plainPaint,
    ).split('\n');
    assert.equal(first, '✓ twins completed: all 2 tasks in 100 ms');
  });

  it('stays short at 500 tasks, shows what failed, and counts the rest', () => {
    const ids = Array.from({ length: 500 }, (_, i) => `task_${i}`);
    const told = story(planOf(Object.fromEntries(ids.map((id) => [id, []]))));
    for (const id of ids) told.start(0, id);
    for (const [i, id] of ids.entries()) {
      if (i === 477) told.fail(5, id, { reason: 'signal', signal: 'SIGSEGV' });
      else told.complete(10 + i, id, { i });
    }
    told.tell(510, { type: 'run-finished', outcome: 'failed' });
    const text = reportText(summarize(told.run), plainPaint);
    assert.ok(text.split('\n').length < 150);
    assert.match(text, /✗ task_477 /);
    assert.match(text, /… and 460 shorter tasks: 460 completed/);
    assert.match(text, /… and 439 more results/);
  });

  it('counts what it has no room for: failures, skipped tasks, stages', () => {
    const chain = Array.from({ length: 30 }, (_, i) => [`c${i}`, i === 0 ? [] : [`c${i - 1}`]] as const);
    const broken = Array.from({ length: 12 }, (_, i) => [`f${i}`, []] as const);
    const told = story(planOf(Object.fromEntries([...chain, ...broken])));
    for (const [id] of broken) told.start(0, id).fail(1, id, { reason: 'exit_code', code: 1 });
    for (const [i, [id]] of chain.entries()) {
      if (i < 15) told.start(i, id).complete(i + 1, id);
      else {
        const reason = { type: 'condition', condition: 'false', value: false } as const;
        told.tell(15, { type: 'task-skipped', task: id, reason });
      }
    }
    told.tell(20, { type: 'run-finished', outcome: 'failed' });
    const text = reportText(summarize(told.run), plainPaint);
    assert.match(text, /\n {2}… and 2 more failed tasks\n/);
    assert.match(text, /\n {2}… and 5 more skipped tasks\n/);
    assert.match(text, /\n {2}… and 10 shorter stages\n/);
    assert.match(text, /: 12 tasks failed \(f0, f1, f2 and 9 more\); 15 completed, 15 skipped\n/);
    assert.match(text, /Critical path +c0 → c1 → .* → … → .*c13 → c14 \(15 ms, 15\s+tasks\)\n/s);
  });

  it('gives each task its share of the results', () => {
    const outputs = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`key_${i}`, i]));
    const told = story(planOf({ talks: [], says: [] }))
      .start(0, 'talks')
      .start(0, 'says')
      .complete(1, 'talks', outputs)
      .complete(1, 'says', { little: 1 })
      .tell(1, { type: 'run-finished', outcome: 'completed' });
    const text = reportText(summarize(told.run), plainPaint);
    assert.match(text, /talks\.key_58 {2}/);
    assert.doesNotMatch(text, /talks\.key_59 /);
    assert.match(text, /says\.little +1\n {2}… and 41 more results$/);
  });

  it('cuts the name of a task rather than that of its output', () => {
    const long = 'a_task_whose_name_goes_on_for_much_longer_than_half_a_line_can_hold';
    const told = story(planOf({ [long]: [] }))
      .start(0, long)
      .complete(1, long, { accuracy: 0.9, spread: 0.1 })
      .tell(1, { type: 'run-finished', outcome: 'completed' });
    const text = reportText(summarize(told.run), plainPaint, 80);
    assert.match(text, /^ {2}a_task_\w+….accuracy {2,}0\.9$/m);
    assert.match(text, /^ {2}a_task_\w+….spread {2,}0\.1$/m);
  });

  it('tells a run before anything happened', () => {
    const text = reportText(summarize(story(planOf({ a: [] })).run), plainPaint);
    assert.match(text, /^● test is running, 0 ms so far: 1 pending\n/);
    assert.doesNotMatch(text, /Parallel efficiency|Peak memory|Critical path|Success rate|NaN|undefined/);
  });

  it('says that a failure was foreseen', () => {
    const { run } = story(planOf({ lint: { continueOnError: true }, build: ['lint'] }))
      .start(0, 'lint')
      .fail(10, 'lint', { reason: 'exit_code', code: 1 })
      .start(10, 'build')
      .complete(20, 'build')
      .tell(20, { type: 'run-finished', outcome: 'completed' });
    const text = reportText(summarize(run), plainPaint);
    assert.match(
      text,
      /^✓ test completed in 20 ms: 1 completed, 1 failed \(lint by leave of continue_on_error\)\n/,
    );
    assert.match(text, /lint after 10 ms, continue_on_error {2}\S+:1/);
  });

  it('says when the time of the whole run was up', () => {
    const { run } = story(planOf({ a: [] }, { timeout: 50 }))
      .start(0, 'a')
      .tell(50, { type: 'run-cancelling', reason: 'timeout' })
      .tell(60, { type: 'task-cancelled', task: 'a', attempt: 1 })
      .tell(60, { type: 'run-finished', outcome: 'failed' });
    const [first] = reportText(summarize(run), plainPaint).split('\n');
    assert.equal(first, '✗ test failed after 60 ms: its time was up (50 ms); 1 cancelled');
  });

  it("can't be led astray by what tasks and authors write", () => {
    const told = story(planOf({ a: [] }, { name: 'na\u001b[2Jme\nsecond' }))
      .start(0, 'a')
      .complete(1, 'a', { 'k\ney': '\u001b]0;title\u0007\rvalue' })
      .tell(1, { type: 'run-finished', outcome: 'completed' });
    const text = reportText(summarize(told.run), plainPaint);
    assert.match(text, /^✓ name second completed: its task in 1 ms\n/);
    assert.match(text, /a\.k ey {2}value/);
    assert.doesNotMatch(text.replaceAll('\n', ''), /\p{Cc}/u);
  });
});
