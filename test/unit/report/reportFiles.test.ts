import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { reportJson } from '../../../src/report/reportJson.ts';
import { reportMarkdown } from '../../../src/report/reportMarkdown.ts';
import { summarize } from '../../../src/report/summary.ts';
import { planOf } from '../orchestrator/support/plans.ts';
import { failedPipeline } from './support/pipeline.ts';
import { story } from './support/story.ts';

describe('reportJson', () => {
  it('is the summary, outputs in full', () => {
    const summary = summarize(failedPipeline().run);
    const json = JSON.parse(reportJson(summary));
    assert.equal(
      json.outcome,
      'pipeline failed after 1.00 s: train failed (exit code 2); 3 completed, 2 skipped',
    );
    assert.equal(json.parallelEfficiency, 0.5);
    assert.deepEqual(json.tasks[2].outputs, { quality: 0.93, note: 'two\nlines' });
    assert.deepEqual(json.tasks[3].attempts[1], {
      number: 2,
      from: 800,
      to: 1000,
      duration: 200,
      failure: { reason: 'exit_code', code: 2 },
    });
    assert.equal('peakMemory' in json.tasks[3], false);
  });
});

describe('reportMarkdown', () => {
  it('has every section of the report', () => {
    const text = reportMarkdown(summarize(failedPipeline().run));
    assert.match(text, /^# pipeline\n\n\*\*✗ pipeline failed after 1\.00 s: train failed/);
    assert.match(text, /\| Success rate \| 50% \(3 of 6 tasks\) \|/);
    assert.match(
      text,
      /### train\n\nFailed after 200 ms, attempt 2 of 2 \(`examples\/pipeline\.flow\.yaml:4`\): exit code 2\n\n```text\nepoch 1\nloss NaN\n```\n/,
    );
    assert.match(text, /\| `ensemble` \| its need train failed \|/);
    assert.match(text, /\| 3 \| 1 failed \| 500 ms \| 1\.00 s \| 500 ms \|/);
    assert.match(text, /\| `train` \| ✗ failed \| 3 \| 2 \| 0 ms \| 500 ms \| 500 ms \|/);
    assert.match(text, /\| `analyze` \| `quality` \| `0\.93` \|/);
  });

  it('lets no output break out of its place', () => {
    const told = story(planOf({ a: [], b: [] }, { name: '<b>*bold*</b> | _x_ a_b' }))
      .start(0, 'a')
      .complete(1, 'a', { key: 'a | b ``c``' })
      .start(1, 'b')
      .fail(2, 'b', { reason: 'error', message: '[link](x)' }, ['```', '# not a heading'])
      .tell(2, { type: 'run-finished', outcome: 'failed' });
    const text = reportMarkdown(summarize(told.run));
    assert.match(text, /^# \\<b\\>\\\*bold\\\*\\<\/b\\> \\\| \\_x\\_ a_b\n/);
    assert.match(text, /\| `a` \| `key` \| ``` a \\\| b ``c`` ``` \|/);
    assert.match(text, /\n````text\n```\n# not a heading\n````\n/);
    assert.match(text, /: \\\[link\\\]\(x\)\n/);
  });
});
