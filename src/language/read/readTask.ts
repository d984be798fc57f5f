import type { Located } from '../../model/text.ts';
import type { Entry, Priority, Task, Work } from '../../model/workflow.ts';
import { isNothing, type MapValue, type Pair, pairOf, type Value } from '../source/value.ts';
import { readRetryPolicy } from './readRetryPolicy.ts';
import {
  asBoolean,
  asChoice,
  asDuration,
  asJson,
  asMap,
  asText,
  asTexts,
  located,
  read,
  scalarsIn,
} from './scalars.ts';

const PRIORITIES: readonly Priority[] = ['low', 'normal', 'high', 'critical'];

const EMPTY: MapValue = { type: 'map', range: { start: 0, end: 0 }, pairs: [], flow: false };

export function readTask(pair: Pair): Task {
  const map = asMap(pair.value) ?? EMPTY;
  return {
    id: pair.key,
    description: read(map, 'description', asText),
    needs: read(map, 'needs', asNames) ?? [],
    work: readWork(map),
    if: read(map, 'if', asText),
    env: readEntries(map, 'env'),
    timeout: read(map, 'timeout', located(asDuration)),
    retryPolicy: readRetryPolicy(read(map, 'retry_policy', asMap)),
    priority: read(map, 'priority', located(asChoice(PRIORITIES))),
    continueOnError: read(map, 'continue_on_error', located(asBoolean)),
    matrix: undefined,
    pool: undefined,
    cache: undefined,
    finally: false,
    range: pair.range,
  };
}

/** The map of names and texts under a key; where nothing stands behind a name, its text is empty. */
export function readEntries(map: MapValue, name: string): readonly Entry[] {
  const entries = read(map, name, asMap);
  return (entries?.pairs ?? []).flatMap(({ key, value }) =>
    value.type === 'scalar' ? [{ name: key, value: value.text }] : [],
  );
}

function readWork(map: MapValue): Work | undefined {
  const script = read(map, 'run', asText);
  const path = read(map, 'module', asText);
  const cwd = read(map, 'cwd', asText);
  if (script !== undefined && pairOf(map, 'module') === undefined) {
    return { kind: 'run', script, shell: read(map, 'shell', asText), cwd };
  }
  if (path === undefined || pairOf(map, 'run') !== undefined) return undefined;
  const given = pairOf(map, 'with')?.value;
  const texts =
    given === undefined ? [] : scalarsIn(given).filter((scalar) => typeof scalar.data === 'string');
  return {
    kind: 'module',
    path,
    with: given === undefined || isNothing(given) ? undefined : asJson(given),
    texts: texts.map((scalar) => scalar.text),
    cwd,
  };
}

function asNames(value: Value): readonly Located<string>[] {
  return asTexts(value).map((text) => ({ value: text.value, range: text.range }));
}
