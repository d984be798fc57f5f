import type { Diagnostic } from '../../model/diagnostic.ts';
import { blame } from '../blame.ts';
import type { Rule } from '../facts.ts';
import { isNothing, type Value } from '../source/value.ts';

/**
 * Numbers that aren't what was written, where a value of any type may stand: in a matrix, and in `with`. Where a text is
 * asked for it is taken as it is written, so there is nothing to lose.
 */
export const lostDigits: Rule = function* ({ visited }) {
  for (const { key, pair } of visited.keys) {
    const { type } = key.type;
    if (type === 'matrix' || type === 'json') yield* lostIn(pair.value, pair.key.value);
  }
};

function* lostIn(value: Value, name: string): Iterable<Diagnostic> {
  if (value.type === 'list') for (const item of value.items) yield* lostIn(item, name);
  else if (value.type === 'map') {
    for (const { key, value: inner } of value.pairs) yield* lostIn(inner, key.value);
  } else if (typeof value.data === 'number' && !value.quoted && !isNothing(value)) {
    const written = value.text.value;
    if (!isLost(written, value.data, name)) return;
    const message = `YAML reads ${written} as the number ${value.data}. Put it in quotes to keep it as it is.`;
    yield blame('lost-digits', value.range, message, { replacement: `'${written}'` });
  }
}

function isLost(written: string, data: number, name: string): boolean {
  if (/^[-+]?0\d+$/.test(written)) return true;
  if (/^[-+]?\d{16,100}$/.test(written)) return BigInt(written) !== BigInt(data);
  return /^\d+\.\d*0$/.test(written) && VERSIONED.test(name);
}

/** What has versions: there 3.10 isn't 3.1, while a threshold of 0.50 is one of 0.5. */
const VERSIONED =
  /version|release|^(.*[_-])?(python|py|node|nodejs|ruby|go|golang|php|java|jdk|dotnet|perl|rust|ubuntu|debian|alpine|postgres|mysql|django|rails|terraform|kubernetes|k8s)$/i;
