import { Uri } from 'vscode';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import type { RunEvent } from '../../../src/model/event.ts';
import { EVENT_VERSION } from '../../../src/model/event.ts';
import { foldEvents } from '../../../src/model/fold.ts';
import type { PlannedTask } from '../../../src/model/plan.ts';

/** A task of a plan that does nothing. */
export function plannedTask(id: string, stage = 0, needs: readonly string[] = []): PlannedTask {
  return {
    id,
    needs,
    stage,
    line: 0,
    work: { kind: 'run', script: 'exit 0' },
    env: {},
    retry: {
      maxAttempts: 3,
      initialDelay: 1,
      backoffFactor: 1,
      maxDelay: 1,
      jitter: false,
      retryOn: { reasons: [] },
    },
    priority: 'normal',
    continueOnError: false,
  };
}

/** A run as these events tell it. It began at 1,000 ms. */
export function runOf(tasks: readonly PlannedTask[], events: readonly RunEvent[] = []): HeldRun {
  const run = foldEvents([
    {
      type: 'run-started',
      at: 1000,
      version: EVENT_VERSION,
      run: 'r1',
      plan: {
        name: 'made',
        file: '/made.flow.yaml',
        folder: '/',
        maxConcurrentTasks: 2,
        failureMode: 'continue',
        env: {},
        inputs: {},
        secrets: [],
        pools: {},
        outputs: {},
        tasks,
      },
      inputs: {},
      trigger: 'editor',
      process: { pid: process.pid, host: 'here' },
    },
    ...events,
  ]);
  if (run === undefined) throw new Error('No run.');
  return { uri: Uri.file('/made.flow.yaml'), folder: '/runs/r1', run };
}
