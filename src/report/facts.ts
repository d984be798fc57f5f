import { formatDuration } from '../model/duration.ts';
import { formatMoment } from '../model/moment.ts';
import { counted, formatBytes, listed, percent, stateCounts } from './amounts.ts';
import { isInterrupted } from './attemptSummary.ts';
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
    ['Total time', totalTime(summary)],
    ['Resumed', resumed(summary)],
    ['Success rate', successRate(summary)],
    ['Tasks', summary.count === 0 ? 'none' : stateCounts(summary.counts)],
    ['Cache', cache(summary)],
    ['Taken over', takenOver(summary)],
    ['Attempts', attempts(summary)],
    ['Critical path', criticalPath(summary)],
    ['Parallel efficiency', efficiency(summary)],
    ['Peak concurrency', peakText(summary)],
    ['Peak memory', peakMemory(summary)],
    ['Inputs', inputs(summary)],
    ['Started', `${formatMoment(summary.startedAt)} as run ${summary.run}`],
  ];
  return facts.flatMap(([label, text]) => (text === undefined ? [] : [{ label, text }]));
}

function totalTime({ duration, onlyWaited }: Summary): string {
  const waited = onlyWaited === 0 ? '' : `, ${formatDuration(onlyWaited)} of it waiting for a person`;
  return formatDuration(duration) + waited;
}

function resumed({ resumed }: Summary): string | undefined {
  return resumed && `${times(resumed.times)}, ${formatDuration(resumed.paused)} in between not counted`;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

function cache({ cached }: Summary): string | undefined {
  return cached && `${cached.tasks} cached, ${formatDuration(cached.saved)} saved`;
}

function takenOver({ reused, previous }: Summary): string | undefined {
  if (previous === undefined) return undefined;
  return `${reused === 0 ? 'no result' : counted(reused, 'result')} of run ${oneLine(previous)}`;
}

function successRate({ successRate }: Summary): string | undefined {
  if (successRate === undefined) return undefined;
  const { completed, of } = successRate;
  return `${percent(completed / of)} (${completed} of ${counted(of, 'task')})`;
}

function attempts(summary: Summary): string | undefined {
  const made = summary.tasks.flatMap((task) => task.attempts);
  if (made.length === 0) return undefined;
  const started = summary.tasks.filter((task) => task.countedAttempts > 0).length;
  const retries = summary.attempts - started;
  const interrupted = made.filter(isInterrupted).length;
  return [
    String(summary.attempts),
    ...(retries === 0 ? [] : [`${counted(retries, 'retry', 'retries')} among them`]),
    ...(interrupted === 0 ? [] : [`${interrupted} more interrupted and not counted`]),
  ].join(', ');
}

function criticalPath({ criticalPath }: Summary): string | undefined {
  if (criticalPath === undefined) return undefined;
  const { duration, waited } = criticalPath;
  const tasks = criticalPath.tasks.map(oneLine);
  const shown = tasks.length <= 12 ? tasks : [...tasks.slice(0, 6), '…', ...tasks.slice(-5)];
  const count = tasks.length <= 12 ? [] : [counted(tasks.length, 'task')];
  const waiting = waited === 0 ? [] : [`${formatDuration(waited)} of it waiting for a person`];
  return `${shown.join(' → ')} (${[formatDuration(duration), ...count, ...waiting].join(', ')})`;
}

function efficiency(summary: Summary): string | undefined {
  const { parallelEfficiency, work, duration, onlyWaited, maxConcurrentTasks } = summary;
  if (parallelEfficiency === undefined || work === undefined) return undefined;
  const slots = counted(maxConcurrentTasks, 'slot');
  const time = formatDuration(duration - onlyWaited);
  return `${percent(parallelEfficiency)} (${formatDuration(work)} of work in ${time} with ${slots})`;
}

function peakMemory({ peakMemory }: Summary): string | undefined {
  return peakMemory && `${formatBytes(peakMemory.bytes)} (${oneLine(peakMemory.task)})`;
}

function inputs({ inputs }: Summary): string | undefined {
  const given = Object.entries(inputs).map(
    ([name, value]) =>
      `${oneLine(name)}=${oneLine(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
  return given.length === 0 ? undefined : listed(given, 8);
}

/** The limit may have been another before the run went on. */
function peakText({ peakConcurrency, maxConcurrentTasks }: Summary): string {
  const limit = `at most ${maxConcurrentTasks} at once`;
  return peakConcurrency <= maxConcurrentTasks
    ? `${peakConcurrency} of ${limit}`
    : `${peakConcurrency}, and ${limit} since it went on`;
}
