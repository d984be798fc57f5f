import type { Clock } from '../clock.ts';

/** Tells how far an attempt says it is, no oftener than anybody can see, and always the latest in the end. */
export interface ProgressFeed {
  say(fraction: number, message: string | undefined): void;
  /** Tells what was kept back; what is said from now on isn't heard. */
  end(): void;
}

/** ms between two of what is told. */
const INTERVAL = 100;

export function progressFeed(
  clock: Clock,
  tell: (fraction: number, message: string | undefined) => void,
): ProgressFeed {
  let toldAt = Number.NEGATIVE_INFINITY;
  let told: string | undefined;
  let kept: (() => void) | undefined;
  let stopWaiting: (() => void) | undefined;
  let isOver = false;

  function flush(): void {
    stopWaiting?.();
    stopWaiting = undefined;
    const say = kept;
    kept = undefined;
    if (say === undefined) return;
    toldAt = clock.now();
    say();
  }

  return {
    say(fraction, message) {
      if (isOver) return;
      kept = () => {
        const now = `${fraction} ${message ?? ''}`;
        if (now !== told) tell(fraction, message);
        told = now;
      };
      const wait = toldAt + INTERVAL - clock.now();
      if (wait <= 0) flush();
      else stopWaiting ??= clock.after(wait, flush);
    },
    end() {
      flush();
      isOver = true;
    },
  };
}
