import { select } from 'd3';
import { STATE_ICONS } from '../drawing/icons.ts';
import type { Scene } from '../drawing/scene.ts';
import { sceneStages } from '../drawing/sceneStages.ts';
import { onlyWaits, stateOfRun } from '../model/runState.ts';
import type { TaskState } from '../model/taskState.ts';
import { appendIcon } from './button.ts';
import type { Snapshot } from './protocol.ts';
import { runCounts, runWords } from './runWords.ts';

/** The workflow's name, how its run stands, and a bar of how much of it is done. */
export interface Summary {
  show(snapshot: Snapshot, now: number): void;
}

const BAR: readonly TaskState[] = [
  'completed',
  'failed',
  'skipped',
  'cancelled',
  'running',
  'retrying',
  'waiting',
];

export function createSummary(parent: HTMLElement): Summary {
  const summary = select(parent).append('div').attr('class', 'summary');
  const heading = summary.append('h1');
  const line = summary.append('p');
  const icon = appendIcon(line);
  const words = line.append('span');
  const bar = select(parent).append('div').attr('class', 'progress').attr('aria-hidden', 'true');

  return {
    show({ title, scene, run }, now) {
      heading.text(title).attr('title', title);
      const state = run && (onlyWaits(run) ? 'waiting' : stateOfRun(run.state));
      line.attr('class', state ?? null);
      words.classed('fault', run === undefined && scene.cycles.length > 0);
      line.select('svg').attr('hidden', run === undefined ? '' : null);
      icon.attr('d', state === undefined ? '' : STATE_ICONS[state]);
      const said = run === undefined ? structureWords(scene) : runWords(run, now);
      words.text(said).attr('title', said);
      bar.property('hidden', run === undefined);
      if (run === undefined) return;
      const { all } = runCounts(run);
      bar
        .selectAll<HTMLElement, TaskState>('i')
        .data(BAR)
        .join('i')
        .attr('class', (state) => state)
        .style('width', (state) => `${(100 * run.counts[state]) / Math.max(1, all)}%`);
    },
  };
}

/** What a graph without a run is: `8 tasks in 5 stages`. */
function structureWords(scene: Scene): string {
  const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  if (scene.tasks.length === 0) return 'No tasks yet';
  const { stages, last } = sceneStages(scene);
  const cycles = scene.cycles.length > 0 ? [count(scene.cycles.length, 'dependency cycle')] : [];
  const where =
    cycles.length > 0 ? '' : ` in ${count(stages.length, 'stage')}${last.length > 0 ? ' and finally' : ''}`;
  return [`${count(scene.tasks.length, 'task')}${where}`, ...cycles].join(', ');
}
