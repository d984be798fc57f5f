import type { RunEvent, RunStarted } from './event.ts';
import type { Plan } from './plan.ts';

/** A plan of version 1: what came later is missing. */
type OldPlan = Omit<Plan, 'secrets' | 'pools' | 'outputs'>;

/** The run's beginning as version 1 wrote it; its other events are as they are now. */
interface OldRunStarted extends Omit<RunStarted, 'plan' | 'trigger'> {
  readonly version: 1;
  readonly plan: OldPlan;
  readonly trigger: RunStarted['trigger'] | 'rerun';
}

/** Events as an earlier version wrote them, told in the words of this one. */
export function upgradeEvent(event: RunEvent): RunEvent {
  if (event.type !== 'run-started' || event.version !== 1) return event;
  const old = event as unknown as OldRunStarted;
  return {
    ...event,
    plan: { ...old.plan, secrets: [], pools: {}, outputs: {} },
    // Only the editor ran anything again then.
    trigger: old.trigger === 'rerun' ? 'editor' : old.trigger,
  };
}
