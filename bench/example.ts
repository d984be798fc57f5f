/**
 * The data-science example, end to end: its time, the pauses between its stages, the most memory that one of its
 * tasks took and what the orchestrator's own process took, beside what Node takes to do nothing. Medians of five
 * runs of the built command line.
 *
 *     npm run build && node bench/example.ts
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RunEvent } from '../src/model/event.ts';
import { foldEvents } from '../src/model/fold.ts';

const RUNS = 5;
const PROJECT = dirname(import.meta.dirname);
const WORKFLOW = join(PROJECT, 'examples', 'complex-orchestration.flow.yaml');
/** Tells the peak memory of the process that it is loaded into, in KiB, when that ends. */
const TELL_MEMORY =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(`PEAK ${process.resourceUsage().maxRSS}\\n`))';

const folder = mkdtempSync(join(tmpdir(), 'flow-bench-'));
const samples = Array.from({ length: RUNS }, (_, i) => measure(join(folder, `events-${i}.ndjson`)));
rmSync(folder, { recursive: true });

console.table({
  'end to end, s': median(samples.map((sample) => sample.seconds)),
  'longest pause between stages, ms': median(samples.map((sample) => sample.pause)),
  'most memory of a task, MB': median(samples.map((sample) => sample.taskMemory)),
  'orchestrator, MB': median(samples.map((sample) => sample.ownMemory)),
  'Node doing nothing, MB': median(samples.map((sample) => sample.nodeMemory)),
});

function measure(events: string) {
  const args = [
    '--import',
    TELL_MEMORY,
    join(PROJECT, 'dist', 'cli.js'),
    'run',
    WORKFLOW,
    '--events',
    events,
  ];
  const own = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: folder });
  if (own.status !== 0) throw new Error(own.stderr);
  const history = readFileSync(events, 'utf8')
    .trim()
    .split('\n')
    .map((line): RunEvent => JSON.parse(line));
  const run = foldEvents(history);
  if (run?.endedAt === undefined) throw new Error('The run has no end.');
  const tasks = [...run.tasks.values()];
  const pauses = tasks.flatMap(({ task, attempts }) => {
    const ends = task.needs.map((need) => run.tasks.get(need)?.endedAt ?? 0);
    return ends.length === 0 ? [] : [(attempts[0]?.startedAt ?? 0) - Math.max(...ends)];
  });
  const memory = tasks.flatMap(({ attempts }) => attempts.flatMap(({ peakMemory }) => peakMemory ?? []));
  const nothing = spawnSync(process.execPath, ['--import', TELL_MEMORY, '--eval', '0'], { encoding: 'utf8' });
  return {
    seconds: (run.endedAt - run.startedAt) / 1000,
    pause: Math.max(...pauses),
    taskMemory: Math.max(...memory) / 1e6,
    ownMemory: peakOf(own.stderr),
    nodeMemory: peakOf(nothing.stderr),
  };
}

function peakOf(stderr: string): number {
  return (Number(/PEAK (\d+)/.exec(stderr)?.[1]) * 1024) / 1e6;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
