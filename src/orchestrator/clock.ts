/** Time as the orchestrator sees it: tests give it a clock that they turn by hand. */
export interface Clock {
  /** ms since the epoch */
  now(): number;
  /** Calls back once after `delay` ms. The returned function calls it off. */
  after(delay: number, callback: () => void): () => void;
}

/** Node's timers hold at most 2^31 − 1 ms; a longer wait is waited in pieces. */
const LONGEST_TIMER = 2_147_483_647;

export const systemClock: Clock = {
  now: Date.now,
  after(delay, callback) {
    let timer: NodeJS.Timeout;
    const wait = (left: number): void => {
      timer = setTimeout(
        () => (left > LONGEST_TIMER ? wait(left - LONGEST_TIMER) : callback()),
        Math.min(left, LONGEST_TIMER),
      );
    };
    wait(Math.max(delay, 0));
    return () => clearTimeout(timer);
  },
};
