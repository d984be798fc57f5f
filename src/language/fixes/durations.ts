import { parseDuration } from '../../model/duration.ts';
import { quoted } from '../blame.ts';
import { removePair } from '../edit/removePair.ts';
import { LONGEST_DURATION } from '../schema.ts';
import { schemaAt } from '../schemaAt.ts';
import { keysOf, lastPair } from '../stepsTo.ts';
import type { WayOut } from './wayOut.ts';

/** Writes a time as it is read here; takes a limit out that would be none. */
export const mendDuration: WayOut = function* ({ analysis: { text }, diagnostic: { range }, place }) {
  const found = lastPair(place);
  const schema = schemaAt(keysOf(place));
  if (found === undefined || place.value?.type !== 'scalar') return;
  if (schema?.type !== 'value' || schema.key.type.type !== 'duration') return;
  const written = place.value.text.value.trim();
  const ms = parseDuration(written);
  if (ms === undefined) {
    const ours = fromClock(written) ?? fromIso(written) ?? fromWords(written);
    if (ours === undefined || parseDuration(ours) === undefined) return;
    yield { title: `Change to ${quoted(ours)}`, edits: [{ range, newText: ours }], preferred: true };
  } else if (ms > LONGEST_DURATION) {
    yield { title: 'Change to "596h", the longest', edits: [{ range, newText: '596h' }] };
  } else if (ms < schema.key.type.minimum) {
    const name = quoted(found.pair.key.value);
    yield {
      title: `Remove ${name}: there is no limit then`,
      edits: [removePair(text, found.map, found.pair)],
    };
  }
};

/** `1:30:00`: hours, minutes and seconds. */
function fromClock(written: string): string | undefined {
  const [, hours, minutes, seconds] = /^(\d{1,3}):(\d{2}):(\d{2})$/.exec(written) ?? [];
  return seconds === undefined ? undefined : joined([hours, 'h'], [minutes, 'm'], [seconds, 's']);
}

/** `PT1H30M`. */
function fromIso(written: string): string | undefined {
  const [, hours, minutes, seconds] =
    /^PT(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?$/i.exec(written) ?? [];
  return joined([hours, 'h'], [minutes, 'm'], [seconds, 's']);
}

/** `1 h 30 min`, `2 minutes and 5 seconds`. */
function fromWords(written: string): string | undefined {
  const parts = [...written.matchAll(/(\d{1,9}(?:\.\d{1,9})?)\s*([A-Za-z]{1,12})/g)];
  if (parts.length < 2 || !/^[\d.\sA-Za-z,]{1,60}$/.test(written)) return undefined;
  return joined(
    ...parts.map(([, amount, unit = '']): readonly [string | undefined, string] => {
      const word = unit.toLowerCase();
      if (/^(ms|millis.*)$/.test(word)) return [amount, 'ms'];
      return [amount, /^(h|m|s)(rs?|ours?|ins?|inutes?|ecs?|econds?)?$/.exec(word)?.[1] ?? '?'];
    }),
  );
}

function joined(...parts: readonly (readonly [string | undefined, string])[]): string | undefined {
  const text = parts
    .filter(([amount]) => amount !== undefined && Number(amount) > 0)
    .map(([amount, unit]) => `${Number(amount)}${unit}`)
    .join('');
  return text === '' ? undefined : text;
}
