import type { Size } from './geometry.ts';
import { KIND_ICONS, STATE_ICONS } from './icons.ts';
import { nodeWords } from './nodeWords.ts';
import type { Scene, SceneTask } from './scene.ts';
import { fitted, type Measure } from './textWidth.ts';

/** Widths of text in the two sizes that a node is written in. */
export interface Fonts {
  /** Of the name, 13 px. */
  readonly large: Measure;
  /** Of all else, 11 px. */
  readonly small: Measure;
}

/** A node as it is drawn, every text cut to the room there is. */
export interface Card {
  /** Its state and what is wrong with it, as CSS classes. */
  readonly classes: readonly string[];
  /** Paths as in icons.ts; the left one is the state's where there is one. */
  readonly icon: string;
  readonly kind: string;
  readonly name: string;
  readonly attempt: string;
  readonly detail: string;
  readonly time: string;
}

/** Where the parts of a card are, from its upper left corner; `right` ones from its right edge. Pixels. */
export const CARD = {
  height: 46,
  radius: 5,
  icon: { x: 10, y: 6.5 },
  text: 34,
  nameBaseline: 19,
  detailBaseline: 36,
  kind: { right: 24, y: 8, scale: 0.8 },
  attempt: { right: 30 },
  time: { right: 11 },
} as const;

const GAP = 8;

/** One size for all nodes of a scene, wide enough for the longest name within bounds. States don't change it. */
export function cardSize(scene: Scene, fonts: Fonts): Size {
  const longest = Math.max(0, ...scene.tasks.map((task) => fonts.large(task.id)));
  const width = CARD.text + longest + fonts.small('2/3') + GAP + CARD.attempt.right;
  return { width: Math.ceil(Math.min(Math.max(width, 184), 264)), height: CARD.height };
}

/** What a node of this width says. `now` as in `nodeWords`. */
export function cardOf(task: SceneTask, cyclic: boolean, width: number, fonts: Fonts, now?: number): Card {
  const { attempt, detail, fault, time: measured } = nodeWords(task, cyclic, now);
  const kind = task.kind === undefined ? '' : KIND_ICONS[task.kind];
  const room = width - CARD.text;
  const beside = (text: string): number => (text === '' ? 0 : fonts.small(text) + GAP);
  // What went wrong says more than how long it took.
  const yields =
    task.status?.state === 'failed' && fonts.small(detail) > room - CARD.time.right - beside(measured);
  const time = yields ? '' : measured;
  return {
    classes: [
      ...(task.status === undefined ? [] : [task.status.state]),
      ...(cyclic ? ['cyclic'] : []),
      ...(fault ? ['fault'] : []),
    ],
    icon: task.status === undefined ? kind : STATE_ICONS[task.status.state],
    kind: task.status === undefined ? '' : kind,
    name: fitted(task.id, room - CARD.attempt.right - beside(attempt), fonts.large),
    attempt,
    detail: fitted(detail, room - CARD.time.right - beside(time), fonts.small),
    time,
  };
}
