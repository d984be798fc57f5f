import type { RunEvent } from '../../../../src/model/event.ts';
import { failureText } from '../../../../src/model/failure.ts';
import { reasonText } from '../../../../src/model/reason.ts';

/** A run's events as lines to be read: ms since its start, what happened, to what, and what of it matters. */
export function transcript(events: readonly RunEvent[]): string {
  const start = events[0]?.at ?? 0;
  const lines = events.map((event) => {
    const subject = 'task' in event && event.task !== undefined ? ` ${event.task}` : '';
    return `${String(event.at - start).padStart(6)}  ${event.type}${subject}${details(event)}`;
  });
  return `${lines.join('\n')}\n`;
}

function details(event: RunEvent): string {
  switch (event.type) {
    case 'task-started':
      return ` (attempt ${event.attempt})`;
    case 'task-expanded':
      return event.into.type === 'matrix'
        ? `: ${event.into.instances.map(({ id }) => id).join(' ') || 'nothing'}`
        : `: its workflow, with ${JSON.stringify(event.into.inputs)}`;
    case 'task-waiting':
      return `: ${event.message}${event.default === undefined ? '' : ` (else ${event.default})`}`;
    case 'task-answered':
      return `: ${event.answer} by ${event.by}, ${event.via}`;
    case 'task-progress':
      return `: ${event.fraction}${event.message === undefined ? '' : ` ${event.message}`}`;
    case 'task-retrying':
      return ` after attempt ${event.attempt}: ${failureText(event.failure)}; next in ${event.delay} ms`;
    case 'task-completed': {
      const from = event.reusedFrom === undefined ? '' : ', reused';
      return `${from}${Object.keys(event.outputs).length === 0 ? '' : `: ${JSON.stringify(event.outputs)}`}`;
    }
    case 'task-failed':
      return `: ${failureText(event.failure)}`;
    case 'task-skipped':
      return event.reason.type === 'need'
        ? `: ${event.reason.need} ${event.reason.state}`
        : `: ${event.reason.condition} is ${JSON.stringify(event.reason.value)}`;
    case 'run-cancelling':
      return `: ${event.reason}`;
    case 'run-resumed':
      return `: ${event.again.map(({ task, reasons }) => `${task} (${reasons.map(reasonText).join(', ')})`).join('; ') || 'nothing anew'}`;
    case 'run-finished': {
      const left = event.outputs === undefined ? '' : `, with ${JSON.stringify(event.outputs)}`;
      const why = event.failure === undefined ? '' : `, for ${failureText(event.failure)}`;
      return `: ${event.outcome}${left}${why}`;
    }
    default:
      return '';
  }
}
