import { analyze } from '../../../../src/language/analyze.ts';
import { makePlan } from '../../../../src/language/makePlan.ts';
import type { Instance } from '../../../../src/model/event.ts';
import type { Run } from '../../../../src/model/run.ts';
import { type Story, story } from '../../report/support/story.ts';

/**
 * A run of a workflow as some lines tell it, moments in ms since its start:
 *
 *     inputs {"rows": 5}
 *     0 a starts
 *     3200 a completes {"file": "x"}
 *     3200 b into [{"os": "linux"}, {"os": "mac"}]
 *     4000 c fails 2
 *     4000 d skipped c
 *     4000 ends failed
 */
export function pastRun(text: string, lines: readonly string[]): Run {
  const plan = makePlan(analyze(text), { file: '/a.flow.yaml', folder: '/', parallelism: 4 });
  if (plan === undefined) throw new Error(`Not valid, so there was no run of it:\n${text}`);
  const [, inputs] = /^inputs (.*)$/.exec(lines[0] ?? '') ?? [];
  const told = story(plan, inputs === undefined ? {} : JSON.parse(inputs));
  for (const line of inputs === undefined ? lines : lines.slice(1)) tell(told, line);
  return told.run;
}

function tell(told: Story, line: string): void {
  const [, at = '', task = '', what = '', rest = ''] = /^(\d+) (\S+)(?: (\w+))?(?: (.*))?$/.exec(line) ?? [];
  const moment = Number(at);
  if (task === 'ends') {
    told.tell(moment, { type: 'run-finished', outcome: what === 'failed' ? 'failed' : 'completed' });
    return;
  }
  switch (what) {
    case 'starts':
      told.start(moment, task, rest === '' ? 1 : Number(rest));
      return;
    case 'completes':
      told.complete(moment, task, rest === '' ? {} : JSON.parse(rest));
      return;
    case 'cached':
      told.tell(moment, {
        type: 'task-completed',
        task,
        attempt: 0,
        outputs: {},
        cached: { run: 'r0', saved: 5 },
      });
      return;
    case 'retries':
      told.retry(moment, task, { reason: 'exit_code', code: Number(rest) }, 100);
      return;
    case 'fails':
      told.fail(moment, task, { reason: 'exit_code', code: Number(rest) });
      return;
    case 'skipped':
      told.tell(moment, {
        type: 'task-skipped',
        task,
        reason: { type: 'need', need: rest, state: 'failed' },
      });
      return;
    case 'asks':
      told.tell(moment, { type: 'task-waiting', task, message: rest });
      return;
    case 'into': {
      const instances: Instance[] = JSON.parse(rest).map((values: Record<string, string>) => ({
        id: `${task}[${Object.entries(values)
          .map(([name, value]) => `${name}=${value}`)
          .join(',')}]`,
        values,
      }));
      told.tell(moment, { type: 'task-expanded', task, into: { type: 'matrix', instances } });
      return;
    }
    default:
      throw new Error(`Nobody knows what this tells: ${line}`);
  }
}
