import { formatDuration } from '../model/duration.ts';
import { counted, formatBytes, formatMoment, listed, percent, stateCounts } from './amounts.ts';
import { oneLine } from './cleanLine.ts';
import type { Summary } from './summary.ts';

/** A measurement in words. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** What was measured of the run as a whole, in the order of a reader's interest. What wasn't is left out. */
export function factsOf(summary: Summary): readonly Fact[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Total time', formatDuration(summary.duration)],
    ['Success rate', successRate(summary)],
    ['Tasks', summary.tasks.length === 0 ? 'none' : stateCounts(summary.counts)],
    ['Attempts', attempts(summary)],
    ['Critical path', criticalPath(summary)],
    ['Parallel efficiency', efficiency(summary)],
    ['Peak concurrency', `${summary.peakConcurrency} of at most ${summary.maxConcurrentTasks} at once`],
    ['Peak memory', peakMemory(summary)],
    ['Inputs', inputs(summary)],
    ['Started', `${formatMoment(summary.startedAt)} as run ${summary.run}`],
  ];
  return facts.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]));
}

function successRate({ successRate }: Summary): string | undefined {
  if (successRate === undefined) return undefined;
  const { completed, of } = successRate;
  return `${percent(completed / of)} (${completed} of ${counted(of, 'task')})`;
}

function attempts(summary: Summary): string | undefined {
  const started = summary.tasks.filter((task) => task.attempts.length > 0).length;
  if (started === 0) return undefined;
  const retries = summary.attempts - started;
  return retries === 0
    ? String(summary.attempts)
    : `${summary.attempts}, ${counted(retries, 'retry', 'retries')} among them`;
}

function criticalPath({ criticalPath }: Summary): string | undefined {
  if (criticalPath === undefined) return undefined;
  const { tasks, duration } = criticalPath;
  const shown = tasks.length <= 12 ? tasks : [...tasks.slice(0, 6), '…', ...tasks.slice(-5)];
  const count = tasks.length <= 12 ? '' : `, ${counted(tasks.length, 'task')}`;
  return `${shown.join(' → ')} (${formatDuration(duration)}${count})`;
}

function efficiency({ parallelEfficiency, work, duration, maxConcurrentTasks }: Summary): string | undefined {
  if (parallelEfficiency === undefined || work === undefined) return undefined;
  const slots = counted(maxConcurrentTasks, 'slot');
  return `${percent(parallelEfficiency)} (${formatDuration(work)} of work in ${formatDuration(duration)} with ${slots})`;
}

function peakMemory({ peakMemory }: Summary): string | undefined {
  return peakMemory === undefined ? undefined : `${formatBytes(peakMemory.bytes)} (${peakMemory.task})`;
}

function inputs({ inputs }: Summary): string | undefined {
  const given = Object.entries(inputs).map(
    ([name, value]) => `${name}=${oneLine(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
  return given.length === 0 ? undefined : listed(given, 8);
}
