import type { Size } from './geometry.ts';
import { KIND_ICONS, STATE_ICONS } from './icons.ts';
import { foldMark } from './marks.ts';
import { nodeWords } from './nodeWords.ts';
import type { SceneTask } from './scene.ts';
import { instanceShape } from './shape.ts';
import type { NodeBox } from './sheet.ts';
import { CARD, spotsOf } from './spots.ts';
import { fitted, type Measure } from './textWidth.ts';

/** Widths of text in the two sizes that a node is written in. */
export interface Fonts {
  /** Of the name, 13 px. */
  readonly large: Measure;
  /** Of all else, and of the name where there is little room, 11 px. */
  readonly small: Measure;
}

/** A node as it is drawn, every text cut to the room there is. */
export interface Card {
  /** Its shape, its state and what is wrong with it, as CSS classes. */
  readonly classes: readonly string[];
  /** Paths as in icons.ts; the left one is the state's where there is one. */
  readonly icon: string;
  readonly kind: string;
  /** The outlines that say that there is more to it, as a path from its upper left corner. */
  readonly mark: string;
  readonly name: string;
  readonly attempt: string;
  readonly detail: string;
  readonly time: string;
  /** 0 to 1, where it says how far it is. */
  readonly progress: number | undefined;
}

const GAP = 8;

/** One size for all cards of a scene, wide enough for the longest name within bounds. States don't change it. */
export function cardSize(scene: { readonly tasks: readonly SceneTask[] }, fonts: Fonts): Size {
  const longest = longestName(scene.tasks, fonts);
  const width = CARD.text + longest + fonts.small('2/3') + GAP + CARD.attemptRight;
  return { width: Math.ceil(Math.min(Math.max(width, 184), 264)), height: CARD.height };
}

function longestName(tasks: readonly SceneTask[], fonts: Fonts): number {
  return tasks.reduce((longest, task) => {
    const { inside } = task;
    const hidden = inside === undefined || (inside.of === 'matrix' && instanceShape(inside.tasks) === 'cell');
    const within = hidden ? 0 : longestName(inside.tasks, fonts);
    return Math.max(longest, fonts.large(nameOf(task)), within);
  }, 0);
}

/** What a node says. `now` as in `nodeWords`. */
export function cardOf(
  task: SceneTask,
  cyclic: boolean,
  node: Pick<NodeBox, 'shape' | 'width' | 'height'>,
  fonts: Fonts,
  now?: number,
): Card {
  const words = nodeWords(task, cyclic, now);
  const kind = task.kind === undefined ? '' : KIND_ICONS[task.kind];
  const state = task.status?.state;
  return {
    classes: [
      ...(node.shape === 'card' ? [] : [node.shape]),
      ...(state === undefined ? [] : [state]),
      ...(cyclic ? ['cyclic'] : []),
      ...(words.fault ? ['fault'] : []),
    ],
    icon: state === undefined ? kind : STATE_ICONS[state],
    kind: state === undefined || node.shape === 'chip' || node.shape === 'cell' ? '' : kind,
    mark: node.shape === 'card' ? foldMark(task, node) : '',
    progress: node.shape === 'cell' ? undefined : task.status?.progress?.fraction,
    ...textsOf(task, words, node, fonts),
  };
}

type Texts = Pick<Card, 'name' | 'attempt' | 'detail' | 'time'>;

function textsOf(
  task: SceneTask,
  { attempt, detail, fault, time: measured }: ReturnType<typeof nodeWords>,
  { shape, width }: Pick<NodeBox, 'shape' | 'width'>,
  fonts: Fonts,
): Texts {
  const beside = (text: string): number => (text === '' ? 0 : fonts.small(text) + GAP);
  const { name, time: timeSpot, attempt: attemptSpot } = spotsOf(shape, { width, height: 0 });
  switch (shape) {
    case 'cell':
      return { name: '', attempt: '', detail: '', time: '' };
    case 'chip': {
      const room = timeSpot.x - name.x;
      // There is one line: what went wrong stands in it, as far as the name leaves room.
      const said = fault ? detail : [attempt, measured].filter((text) => text !== '').join(' · ');
      const time = fitted(said, room - Math.min(fonts.small(nameOf(task)) + GAP, room / 2), fonts.small);
      return { name: fitted(nameOf(task), room - beside(time), fonts.small), attempt: '', detail: '', time };
    }
    case 'card':
    case 'header': {
      const room = timeSpot.x - name.x;
      // What went wrong, or is asked, says more than how long it took.
      const matters = task.status?.state === 'failed' || task.status?.question !== undefined;
      const time = matters && fonts.small(detail) > room - beside(measured) ? '' : measured;
      return {
        name: fitted(nameOf(task), attemptSpot.x - name.x - beside(attempt), fonts.large),
        attempt,
        detail: fitted(detail, room - beside(time), fonts.small),
        time,
      };
    }
  }
}

/** The brackets around an instance's values say nothing where it stands in the frame of its matrix. */
function nameOf({ id, name = id }: SceneTask): string {
  return /^\[.+\]$/s.test(name) ? name.slice(1, -1) : name;
}
