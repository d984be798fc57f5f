import type { Disposable } from 'vscode';

/** Does something for a thing after a while; asked again meanwhile, it begins to wait anew. */
export interface Delays<Thing> extends Disposable {
  /** At once where `delay` (ms) is 0. */
  run(thing: Thing, delay: number, work: () => void): void;
  forget(thing: Thing): void;
}

export function createDelays<Thing>(): Delays<Thing> {
  const waiting = new Map<Thing, NodeJS.Timeout>();
  const forget = (thing: Thing): void => {
    clearTimeout(waiting.get(thing));
    waiting.delete(thing);
  };
  return {
    forget,
    run(thing, delay, work) {
      forget(thing);
      if (delay === 0) {
        work();
        return;
      }
      const timer = setTimeout(() => {
        waiting.delete(thing);
        work();
      }, delay);
      waiting.set(thing, timer);
    },
    dispose() {
      for (const timer of waiting.values()) clearTimeout(timer);
    },
  };
}
