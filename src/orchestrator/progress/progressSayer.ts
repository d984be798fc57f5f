import type { AttemptControl } from '../runner.ts';

/** Takes what an attempt says of its progress, and passes on what can be understood. */
export interface ProgressSayer {
  /** A line of the progress file: `0.4 epoch 4 of 10`. */
  line(text: string): void;
  /** What a module calls `progress` with, as texts. */
  say(fraction: string, message: string): void;
}

/** UTF-16 units of a message that are told. */
const LONGEST = 200;

/** Sums of parts come out so much above 1. */
const ROUNDING = 1e-6;

/** What can't be understood is passed over; the attempt's log tells so of the first. */
export function progressSayer(control: AttemptControl): ProgressSayer {
  let complained = false;

  function say(fraction: string, message: string): void {
    const number = DECIMAL.test(fraction) ? Number(fraction) : Number.NaN;
    if (number >= 0 && number <= 1 + ROUNDING) control.progress(Math.min(number, 1), shown(message));
    else if (!complained) {
      complained = true;
      const said = shown(`${fraction} ${message}`) ?? 'nothing';
      control.note(`this is no progress: ${said}; it is a number from 0 to 1, and then words if you like`);
    }
  }

  return {
    line(text) {
      const [, fraction, message = ''] = /^\s*(\S+)(?:\s+(.*))?$/.exec(text) ?? [];
      if (fraction !== undefined) say(fraction, message);
    },
    say,
  };
}

/** What JavaScript and most others write for a number that isn't negative. */
const DECIMAL = /^\+?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** On one line, and not too long for it. */
function shown(text: string): string | undefined {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  return line === '' ? undefined : line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
