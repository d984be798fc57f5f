import { applyEvent, startRun } from './applyEvent.ts';
import type { RunEvent } from './event.ts';
import type { Run } from './run.ts';

/** The run that a sequence of events tells, or `undefined` where it doesn't begin with `run-started`. */
export function foldEvents(events: Iterable<RunEvent>): Run | undefined {
  let run: Run | undefined;
  for (const event of events) {
    if (run === undefined) {
      if (event.type !== 'run-started') return undefined;
      run = startRun(event);
    } else applyEvent(run, event);
  }
  return run;
}
