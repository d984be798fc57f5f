import { nodeWords } from './nodeWords.ts';
import type { Scene, SceneTask } from './scene.ts';
import { cyclicTasks } from './sceneEdges.ts';
import { sceneStages } from './sceneStages.ts';

/** A scene for a terminal: stage by stage, each task with what it needs. Ends with a line break. */
export function text(scene: Scene): string {
  const { stages, stuck } = sceneStages(scene);
  const cyclic = cyclicTasks(scene);
  const width = Math.max(0, ...scene.tasks.map((task) => task.id.length));
  const rows = (tasks: readonly SceneTask[]): string[] =>
    tasks.map((task) => `  ${row(task, width, cyclic.has(task.id))}`.trimEnd());
  const blocks = stages.map((tasks, stage) => [`Stage ${stage + 1}`, ...rows(tasks)]);
  if (stuck.length > 0) blocks.push(['Can never start', ...rows(stuck)]);
  if (scene.cycles.length > 0) blocks.push(['Cycles', ...scene.cycles.map(cyclePath)]);
  return `${[[heading(scene, stages.length)], ...blocks].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function heading({ name, tasks }: Scene, stages: number): string {
  const count = tasks.length === 0 ? 'no tasks' : counted(tasks.length, 'task');
  return `${oneLine(name ?? 'Workflow')}: ${count}${stages === 0 ? '' : ` in ${counted(stages, 'stage')}`}`;
}

function row(task: SceneTask, width: number, cyclic: boolean): string {
  const { attempt, detail, time } = nodeWords(task, cyclic);
  const needs = task.needs.length > 0 ? `needs ${task.needs.join(', ')}` : '';
  const notes = [task.status?.state, attempt, time, needs, detail].filter(
    (note) => note !== undefined && note !== '',
  );
  return `${oneLine(task.id).padEnd(width)}  ${oneLine(notes.join(' · '))}`;
}

function cyclePath(cycle: readonly string[]): string {
  return `  ${oneLine([...cycle, cycle[0]].join(' → '))}`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** What an author wrote may hold line breaks, and escapes that a terminal would obey. */
function oneLine(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ');
}
