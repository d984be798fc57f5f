import type { Disposable } from 'vscode';

/** Something to be done soon, once, however often it is asked for meanwhile. */
export interface Coalesced extends Disposable {
  request(): void;
}

/** `act` runs at most once every `delay` ms and always after the last request. */
export function coalesce(delay: number, act: () => void): Coalesced {
  let timer: NodeJS.Timeout | undefined;
  return {
    request() {
      timer ??= setTimeout(() => {
        timer = undefined;
        act();
      }, delay);
    },
    dispose() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
