import assert from 'node:assert/strict';
import { EventEmitter } from 'vscode';
import { writeRuns } from '../../src/editor/runOutput.ts';
import type { RunNews } from '../../src/editor/runs/heldRun.ts';
import type { RunEvent } from '../../src/model/event.ts';
import { plannedTask, runOf } from './rig/runOf.ts';

describe('the output of runs', () => {
  it('stays readable when many tasks write very much: the last lines and the report are there', () => {
    const { tell, written } = listening(true);
    const line = `${'x'.repeat(99)}\n`;
    for (let i = 0; i < 500; i++) tell(output(line.repeat(100)));
    tell(output('the very last\n'));
    tell({ type: 'run-finished', at: 2000, outcome: 'completed' });
    const text = written.join('');
    assert.ok(text.length < 500_000, `${text.length} characters`);
    assert.match(text, /\[… [\d,]+ lines left out: they are in the logs of the tasks\]\n/);
    assert.match(text, /\[a\] the very last\n\n.*made/s);
  });

  it('is of this window’s runs alone', () => {
    const { tell, written } = listening(false);
    tell(output('from a terminal\n'));
    assert.deepEqual(written, []);
  });

  function listening(here: boolean) {
    const news = new EventEmitter<RunNews>();
    const held = runOf([plannedTask('a')]);
    const written: string[] = [];
    const output = {
      append: (text: string) => written.push(text),
      show: () => undefined,
      dispose: () => undefined,
    };
    writeRuns({ onNews: news.event }, output);
    return { written, tell: (event: RunEvent) => news.fire({ held, event, here }) };
  }

  function output(text: string): RunEvent {
    return { type: 'task-output', at: 1500, task: 'a', attempt: 1, stream: 'stdout', text };
  }
});
