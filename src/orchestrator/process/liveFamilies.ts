import { type Family, type Remainder, remainderOf } from './family.ts';
import { type Census, takeCensus } from './members.ts';
import { type Pipes, pipes } from './pipes.ts';

/**
 * The families of the attempts that run now. Whatever is left of them when this process exits is killed with it; a
 * process that is killed itself, or crashes, has no time for that.
 */
export interface LiveFamilies {
  add(family: Family): void;
  remove(family: Family): void;
  /** Looks who lives of one. Many that are looked at in one turn, when a run is cancelled, cost hardly more than one. */
  look(family: Family): Remainder;
  /** For what their processes write. */
  readonly pipes: Pipes;
}

export function liveFamilies(): LiveFamilies {
  const families = new Set<Family>();
  const onExit = (): void => killAll([...families]);
  let census: Census | undefined;

  /** One for this turn of the event loop, that holds for all. */
  function count(above: number): Census {
    if (census !== undefined && census.above <= above) return census;
    const taken = takeCensus(Math.min(above, ...[...families].map(({ leader }) => leader - 1)));
    setImmediate(() => {
      if (census === taken) census = undefined;
    });
    census = taken;
    return taken;
  }

  return {
    add(family) {
      if (families.size === 0) process.on('exit', onExit);
      families.add(family);
      // It wasn't there yet to be counted.
      census = undefined;
    },
    remove(family) {
      if (families.delete(family) && families.size === 0) process.off('exit', onExit);
    },
    look: (family) => remainderOf([family], count),
    pipes: pipes(),
  };
}

/** Rounds after which it is given up: what is left then can't be killed. */
const MOST_ROUNDS = 50;

/** Again and again, since what isn't killed yet may start another. */
function killAll(families: readonly Family[]): void {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const left = remainderOf(families);
    if (left.isEmpty && !left.unsure) return;
    left.signal('SIGKILL');
  }
}
