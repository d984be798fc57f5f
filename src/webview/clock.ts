/** The editor's time of day, and a tick each second for as long as something on the screen tells it. */
export interface Clock {
  /** Takes over the editor's clock: it may be another machine's. ms since the epoch. */
  set(now: number): void;
  now(): number;
  tick(active: boolean): void;
}

export function createClock(onTick: () => void): Clock {
  let ahead = 0;
  let timer: number | undefined;
  return {
    set(now) {
      ahead = now - Date.now();
    },
    now: () => Date.now() + ahead,
    tick(active) {
      if (active === (timer !== undefined)) return;
      if (active) timer = window.setInterval(onTick, 1000);
      else {
        window.clearInterval(timer);
        timer = undefined;
      }
    },
  };
}
