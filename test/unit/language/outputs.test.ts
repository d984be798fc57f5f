import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyze } from '../../../src/language/analyze.ts';
import { type KnownOutput, knownOutputs, type OutputPlace } from '../../../src/language/outputs.ts';
import { linesOf } from '../../../src/model/text.ts';
import type { Task } from '../../../src/model/workflow.ts';
import { besidesIn, laidOut, type WithBesides } from './support/besides.ts';
import { testCases } from './support/caseFile.ts';

const FOLDER = join(import.meta.dirname, 'outputs');

/** Each case of `outputs/NAME.txt` is a workflow, and below it what its tasks are known to leave, and where that is written. */
describe('the outputs in', () => {
  for (const name of readdirSync(FOLDER)) {
    describe(name, () => testCases(join(FOLDER, name), drawOutputs));
  }
});

function drawOutputs(input: string): string {
  const { text, beside } = besidesIn(input);
  return laidOut(beside, (place) => {
    const analysis = analyze(text, place);
    return analysis.workflow.tasks.map((task) => drawTask(analysis, task, beside)).join('\n');
  });
}

function drawTask(analysis: Analysis, task: Task, beside: WithBesides['beside']): string {
  const { outputs, complete } = knownOutputs(analysis, task);
  const all = complete ? '(that is all)' : '(perhaps more)';
  return [`${task.id.value} ${all}`, ...outputs.map((output) => `  ${drawn(output)}`)].join('\n');

  function drawn({ name, type, places }: KnownOutput): string {
    return `${name}${type === undefined ? '' : `: ${type}`}${places.map((each) => ` ${at(each, name)}`).join('')}`;
  }

  /** `LINE:COLUMN`, both from 1; what stands there is the name. */
  function at({ file, range }: OutputPlace, name: string): string {
    const text = file === undefined ? analysis.text : (beside[file.path.replace(/^\.\//, '')] ?? '');
    assert.equal(text.slice(range.start, range.end), name);
    const { line, character } = linesOf(text).position(range.start);
    return `${file === undefined ? '' : `${file.path}:`}${line + 1}:${character + 1}`;
  }
}
