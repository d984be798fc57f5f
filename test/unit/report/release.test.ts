import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { plainPaint } from '../../../src/report/paint.ts';
import { reportJson } from '../../../src/report/reportJson.ts';
import { reportMarkdown } from '../../../src/report/reportMarkdown.ts';
import { reportText } from '../../../src/report/reportText.ts';
import { summarize } from '../../../src/report/summary.ts';
import { askedRelease, failedRelease, releasePlan } from './support/release.ts';
import { story } from './support/story.ts';

describe('the report of a run with everything in it', () => {
  it('groups parts under the task that turned into them, and tells all that happened', () => {
    const lines = reportText(summarize(failedRelease().run), plainPaint, 100).split('\n');
    const told = lines.filter((line) => !line.startsWith('  Started'));
    assert.deepEqual(told, [
      '✗ release failed after 1.90 s: publish/upload failed (exit code 7); 8 completed',
      '',
      '  Total time           1.90 s, 1.00 s of it waiting for a person',
      '  Resumed              once, 1m 00s in between not counted',
      '  Success rate         88.9% (8 of 9 tasks)',
      '  Tasks                8 completed, 1 failed',
      '  Cache                1 cached, 12.3 s saved',
      '  Taken over           1 result of run r0',
      '  Attempts             6, 1 more interrupted and not counted',
      '  Critical path        train[model=ridge] → approve → publish/build → publish/upload → publish/sweep',
      '                       → clean (1.90 s, 1.00 s of it waiting for a person)',
      '  Parallel efficiency  66.7% (1.20 s of work in 900 ms with 2 slots)',
      '  Peak concurrency     2 of at most 2 at once',
      '  Peak memory          50.0 MB (train[model=ridge])',
      '  Inputs               rows=1000',
      '',
      'Failed',
      '  publish/upload after 100 ms  w/publish.flow.yaml:2',
      '    exit code 7',
      '    │ uploading',
      '    │ denied',
      '',
      'Approvals',
      '  ✓ approve  approved by ana (editor) after 1.00 s: looks good',
      '    Publish both models?',
      '',
      'Ran again',
      '  analyze: env SEED changed: 41 → 42',
      '  train: upstream analyze ran again',
      '',
      'Stages',
      '  Stage    Tasks                    From      To    Time  0 ──────────────────────────────── 1.90 s',
      '  1        1 completed',
      '  2        1 completed',
      '  3        2 completed              0 ms  400 ms  400 ms  █████████',
      '  4        1 completed',
      '  5        2 completed, 1 failed  1.40 s  1.80 s  400 ms                                ██████████',
      '  finally  1 completed            1.80 s  1.90 s  100 ms                                         ███',
      '',
      'Tasks',
      '  Task                      Stage  Attempts  Queued    Time  0 ───────────────────────────── 1.90 s',
      '  ✓ wave                        1                    reused  of run r0',
      '  ✓ analyze                     2                    cached  saved 12.3 s',
      '  ✓ train  2/2 instances        3                    400 ms  ────────',
      '    ✓ [model=ridge]                       1    0 ms  400 ms  ████████',
      '    ✓ [model=bayes]                       1    0 ms  300 ms  ██████',
      '  ✓ approve                     4                                    ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈',
      '  ✗ publish  2/3 tasks          5                    400 ms                              ─────────',
      '    ✓ build                               1    0 ms  200 ms                              ▒▒███',
      '    ✗ upload                              1    0 ms  100 ms                                  ███',
      '    ✓ sweep               finally         1    0 ms  100 ms                                    ███',
      '  ✓ clean                 finally         1    0 ms  100 ms                                      ███',
      '',
      'Results',
      '  wave.rows                    9',
      '  analyze.ready                true',
      '  train[model=ridge].accuracy  0.93',
      '  train[model=bayes].accuracy  0.75',
    ]);
  });

  it('says in Markdown what it says as text', () => {
    const text = reportMarkdown(summarize(failedRelease().run));
    for (const row of [
      '| Resumed | once, 1m 00s in between not counted |',
      '| Cache | 1 cached, 12.3 s saved |',
      '| `approve` | Publish both models? | approved by ana (editor) after 1.00 s: looks good |',
      '| `train` | upstream analyze ran again |',
      '| finally | 1 completed | 1.80 s | 1.90 s | 100 ms |',
      '| `wave` | ✓ completed, reused from run r0 | 1 | 0 |  |  |  |',
      '| `analyze` | ✓ completed, cached: saved 12.3 s | 2 | 0 |  |  |  |',
      '| `train` | ✓ completed, 2/2 instances | 3 |  |  | 0 ms | 400 ms |',
      '| &emsp;`[model=ridge]` | ✓ completed |  | 1 | 0 ms | 0 ms | 400 ms |',
      '| `approve` | ✓ completed, waited 1.00 s | 4 | 0 |  |  |  |',
      '| &emsp;`sweep` | ✓ completed | finally | 1 | 0 ms | 1.70 s | 100 ms |',
    ]) {
      assert.ok(text.includes(`\n${row}\n`), row);
    }
    assert.match(
      text,
      /\n### publish\/upload\n\nFailed after 100 ms \(`w\/publish\.flow\.yaml:2`\): exit code 7\n/,
    );
  });

  it('gives programs the same', () => {
    const json = JSON.parse(reportJson(summarize(failedRelease().run)));
    assert.equal(json.count, 9);
    assert.deepEqual(json.resumed, { times: 1, paused: 60_000 });
    assert.deepEqual(json.cached, { tasks: 1, saved: 12_300 });
    assert.deepEqual([json.previous, json.reused], ['r0', 1]);
    const train = json.tasks.find(({ id }: { id: string }) => id === 'train');
    const ids = ['train[model=ridge]', 'train[model=bayes]'];
    assert.deepEqual(train.parts, { of: 'matrix', ids, completed: 2 });
    const build = json.tasks.find(({ id }: { id: string }) => id === 'publish/build');
    assert.deepEqual(
      [build.name, build.parent, build.depth, build.countedAttempts, build.attempts.length],
      ['build', 'publish', 1, 1, 2],
    );
  });

  it('tells of a question that is still open', () => {
    const told = askedRelease().start(400, 'clean').complete(12_400, 'clean');
    const text = reportText(summarize(told.run), plainPaint, 100);
    assert.match(text, /^● release is running, 12\.4 s so far: 5 completed, 1 pending, 1 waiting\n/);
    assert.match(text, /\n {2}◌ approve {2}waiting for 12\.0 s, counts as rejected after 30m\n/);
  });

  it('tells of a question that was answered no, and by the clock', () => {
    const [rejected, late] = (['editor', 'timeout'] as const).map((via) =>
      reportText(
        summarize(
          askedRelease()
            .tell(5400, { type: 'task-answered', task: 'approve', answer: 'reject', by: via, via })
            .fail(5400, 'approve', { reason: 'rejected', by: via }).run,
        ),
        plainPaint,
      ),
    );
    assert.match(rejected ?? '', /\nFailed\n {2}approve after waiting 5\.00 s {2}w\/release\.flow\.yaml:4\n/);
    assert.match(rejected ?? '', /✗ approve {2}rejected by editor \(editor\) after 5\.00 s\n/);
    assert.match(late ?? '', /✗ approve {2}rejected by its timeout after 5\.00 s\n/);
  });

  it("has the workflow's outputs, and why they couldn't be told", () => {
    const end = { type: 'run-finished', outcome: 'completed', outputs: { accuracy: 0.93 } } as const;
    const done = summarize(story(releasePlan()).tell(0, end).run);
    assert.match(reportText(done, plainPaint), /\n\nOutputs\n {2}accuracy {2}0\.93$/);
    assert.match(
      reportMarkdown(done),
      /\n## Outputs\n\n\| Output \| Value \|\n\| --- \| --- \|\n\| `accuracy` \| `0\.93` \|\n/,
    );
    assert.deepEqual(JSON.parse(reportJson(done)).outputs, { accuracy: 0.93 });
    const failure = { reason: 'error', message: 'no such task' } as const;
    const failed = story(releasePlan()).tell(7, { type: 'run-finished', outcome: 'failed', failure });
    assert.match(
      reportText(summarize(failed.run), plainPaint),
      /^✗ release failed after 7 ms: its outputs could not be told \(no such task\); 6 pending\n/,
    );
  });

  it('stays short at 500 instances, with what failed and what it is a part of', () => {
    const told = story(releasePlan());
    const instances = Array.from({ length: 500 }, (_, i) => ({ id: `train[n=${i}]`, values: { n: i } }));
    told.tell(0, { type: 'task-expanded', task: 'train', into: { type: 'matrix', instances } });
    for (const { id } of instances) told.start(0, id);
    for (const [i, { id }] of instances.entries()) {
      if (i === 300) told.fail(7, id, { reason: 'exit_code', code: 3 });
      else told.complete(10 + i, id);
    }
    told.fail(600, 'train', { reason: 'tasks', tasks: ['train[n=300]'] });
    const summary = summarize(told.run);
    const text = reportText(summary, plainPaint);
    assert.ok(text.split('\n').length < 100);
    assert.match(text, /\n {2}✗ train {2}499\/500 instances .*\n {4}✗ \[n=300\] /);
    assert.match(text, /\n {2}… and 466 shorter tasks: 461 completed, 5 pending\n?/);
    assert.deepEqual(summary.stages[2]?.states, { completed: 499, failed: 1 });
  });
});
