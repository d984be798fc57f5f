/**
 * What a run costs beside its tasks: layered graphs of growing size, whose tasks do nothing.
 * The scheduler alone, over `step`; and the whole orchestrator with journal and attempt folders, beside a floor
 * that does nothing but make the same folders and files. Bookkeeping that is O(V + E) shows as a time for each
 * task that stays the same as the graph grows.
 *
 *     node bench/bookkeeping.ts
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRun } from '../src/model/applyEvent.ts';
import type { RunStarted } from '../src/model/event.ts';
import type { Plan, PlannedTask } from '../src/model/plan.ts';
import { orchestrate } from '../src/orchestrator/orchestrate.ts';
import type { Runner } from '../src/orchestrator/runner.ts';
import { scheduler } from '../src/orchestrator/scheduling/scheduler.ts';
import type { Action } from '../src/orchestrator/step.ts';

const LAYERS = 20;
const SIZES = [1000, 10_000, 100_000];

const rows = [];
for (const size of SIZES) {
  const plan = layered(size);
  rows.push({
    tasks: size,
    needs: plan.tasks.reduce((sum, task) => sum + task.needs.length, 0),
    'scheduler, µs a task': perTask(
      size,
      timeOf(() => schedule(plan)),
    ),
    'orchestrator, µs a task': size > 10_000 ? '' : perTask(size, await timeOfRun(plan)),
    'floor: folders and files, µs a task':
      size > 10_000
        ? ''
        : perTask(
            size,
            timeOf(() => makeFolders(size)),
          ),
  });
}
console.table(rows);

function perTask(size: number, ms: number): string {
  return ((ms * 1000) / size).toFixed(2);
}

function timeOf(work: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(times);
}

function schedule(plan: Plan): void {
  const decisions = scheduler({
    run: startRun(startedOf(plan)),
    judge: {
      condition: (_task, { success }) => ({ holds: success, value: success }),
      asksForStatus: () => false,
      readsMatrix: () => false,
      question: () => '',
      instances: () => [],
      nestedInputs: () => ({}),
      outputs: () => ({}),
    },
  });
  const open: Action[] = [...decisions.step({ type: 'begin', at: 0 }).actions];
  for (let action = open.pop(); action?.type === 'start'; action = open.pop()) {
    const ended = { type: 'completed', outputs: {}, tail: [] } as const;
    open.push(...decisions.step({ type: 'attempt-ended', at: 0, task: action.task, ended }).actions);
  }
}

async function timeOfRun(plan: Plan): Promise<number> {
  const nothing: Runner = { run: async () => ({ type: 'completed', outputs: {} }) };
  const times: number[] = [];
  for (let i = 0; i < 3; i++) {
    const runsFolder = mkdtempSync(join(tmpdir(), 'flow-bench-'));
    const start = performance.now();
    await orchestrate({
      plan,
      inputs: {},
      trigger: 'command-line',
      runsFolder,
      environment: {},
      runners: { run: nothing as Runner<'run'>, module: nothing as Runner<'module'> },
    }).finished;
    times.push(performance.now() - start);
    rmSync(runsFolder, { recursive: true });
  }
  return median(times);
}

function makeFolders(count: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'flow-bench-'));
  for (let i = 0; i < count; i++) {
    const attempt = join(folder, `t${i}`, '1');
    mkdirSync(attempt, { recursive: true });
    writeFileSync(join(attempt, 'outputs'), '');
    writeFileSync(join(attempt, 'needs.json'), '{}');
  }
  rmSync(folder, { recursive: true });
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** Each task needs three of the layer before. */
function layered(size: number): Plan {
  const width = size / LAYERS;
  const tasks = Array.from({ length: size }, (_, i): PlannedTask => {
    const layer = Math.floor(i / width);
    const above = (offset: number): string => `t${(layer - 1) * width + ((i * 7 + offset) % width)}`;
    return {
      id: `t${i}`,
      needs: layer === 0 ? [] : [above(0), above(1), above(2)],
      stage: layer,
      line: i,
      work: { kind: 'run', script: 'true' },
      env: {},
      retry: {
        maxAttempts: 1,
        initialDelay: 1000,
        backoffFactor: 2,
        maxDelay: 60_000,
        jitter: true,
        retryOn: { reasons: ['exit_code'] },
      },
      priority: 'normal',
      continueOnError: false,
    };
  });
  return {
    name: 'bench',
    file: '',
    folder: '/',
    maxConcurrentTasks: 4,
    failureMode: 'continue',
    env: {},
    inputs: {},
    secrets: [],
    pools: {},
    outputs: {},
    tasks,
  };
}

function startedOf(plan: Plan): RunStarted {
  return {
    type: 'run-started',
    at: 0,
    version: 2,
    run: 'bench',
    plan,
    inputs: {},
    trigger: 'command-line',
    process: { pid: 1, host: 'bench' },
  };
}
