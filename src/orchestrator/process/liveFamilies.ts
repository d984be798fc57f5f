import { type Family, remainderOf } from './family.ts';

/**
 * The families of the attempts that run now. Whatever is left of them when this process exits is killed with it; a
 * process that is killed itself, or crashes, has no time for that.
 */
export interface LiveFamilies {
  add(family: Family): void;
  remove(family: Family): void;
}

export function liveFamilies(): LiveFamilies {
  const families = new Set<Family>();
  const onExit = (): void => killAll([...families]);
  return {
    add(family) {
      if (families.size === 0) process.on('exit', onExit);
      families.add(family);
    },
    remove(family) {
      if (families.delete(family) && families.size === 0) process.off('exit', onExit);
    },
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
