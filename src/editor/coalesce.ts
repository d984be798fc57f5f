import type { Disposable } from 'vscode';

/** Something to be done soon, once, however often it is asked for meanwhile. */
export interface Coalesced extends Disposable {
  request(): void;
}

/** `act` runs soon after a request, at most once every `delay` ms, and always after the last request. */
export function coalesce(delay: number, act: () => void): Coalesced {
  let timer: NodeJS.Timeout | undefined;
  let earliest = 0;
  return {
    request() {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          earliest = performance.now() + delay;
          act();
        },
        Math.max(0, earliest - performance.now()),
      );
    },
    dispose() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
