import type { Timer } from '../step.ts';
import type { TakenOver } from '../takenOver.ts';
import type { Book } from './book.ts';
import type { Judge } from './judge.ts';
import type { Lanes } from './lanes.ts';
import type { Structure } from './structure.ts';

/** What all the moves of a scheduler work with. */
export interface Desk {
  readonly book: Book;
  readonly structure: Structure;
  readonly lanes: Lanes;
  readonly judge: Judge;
  readonly reused: TakenOver | undefined;
  /** Tasks whose running attempt was told to stop. */
  readonly stopping: Set<string>;
  /** Workflows in which something has settled since their failures were last answered. */
  readonly changed: Set<string>;
  wait(timer: Timer, delay: number): void;
  stopWaiting(timer: Timer): void;
}
