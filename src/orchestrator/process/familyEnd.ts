import type { Remainder } from './family.ts';

/** How a family comes to its end. */
export interface FamilyEnd {
  /** Asks all that live to end (SIGTERM); after the grace time it kills. Once: a second plea may cut off who tidies up. */
  plead(): void;
  kill(): void;
  /**
   * For when the leader has ended: ends what it left behind, and resolves when that is gone. What can't be killed isn't
   * waited for.
   */
  whenGone(): Promise<void>;
}

/** ms between two looks at what is left: no event tells when a process ends that isn't our child. */
const LOOK = 10;

/** ms that what was killed may take to be gone; longer takes only what hangs in the kernel. */
const DYING = 5000;

/** Looks after which a process of which it can't be told whether it belongs to the family doesn't. */
const UNSURE_LOOKS = 10;

/** `look` tells who lives. */
export function familyEnd(look: () => Remainder, grace: number): FamilyEnd {
  let pleaded = false;
  let killedAt: number | undefined;
  let killTimer: NodeJS.Timeout | undefined;

  function plead(): void {
    if (pleaded) return;
    pleaded = true;
    look().signal('SIGTERM');
    killTimer = setTimeout(kill, grace).unref();
  }

  function kill(): void {
    pleaded = true;
    clearTimeout(killTimer);
    killedAt ??= performance.now();
    look().signal('SIGKILL');
  }

  async function whenGone(): Promise<void> {
    for (let unsure = 0; ; ) {
      const left = look();
      if (left.isEmpty && (!left.unsure || unsure++ >= UNSURE_LOOKS)) break;
      if (!left.isEmpty) {
        // Once killed, whoever is found was started by another before that was.
        if (killedAt === undefined) plead();
        else left.signal('SIGKILL');
      }
      do {
        if (killedAt !== undefined && performance.now() > killedAt + DYING) return;
        await new Promise((resolve) => setTimeout(resolve, LOOK));
      } while (left.lives());
    }
    clearTimeout(killTimer);
  }

  return { plead, kill, whenGone };
}
