import type { Located } from '../../model/text.ts';
import type { Answer, Entry, Priority, Task, Work, WrittenCache } from '../../model/workflow.ts';
import { KINDS } from '../schema/taskKinds.ts';
import { isNothing, type MapValue, type Pair, pairOf, type Value } from '../source/value.ts';
import { readMatrix } from './readMatrix.ts';
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
  textsIn,
} from './scalars.ts';

const PRIORITIES: readonly Priority[] = ['low', 'normal', 'high', 'critical'];

const ANSWERS: readonly Answer[] = ['approve', 'reject'];

const EMPTY: MapValue = { type: 'map', range: { start: 0, end: 0 }, pairs: [], flow: false };

/** `isFinally`: it stands under `finally`. */
export function readTask(pair: Pair, isFinally: boolean): Task {
  const map = asMap(pair.value) ?? EMPTY;
  const matrix = read(map, 'matrix', asMap);
  const cache = read(map, 'cache', asMap);
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
    matrix: matrix === undefined ? undefined : readMatrix(matrix),
    pool: read(map, 'pool', asName),
    cache: cache === undefined ? undefined : readCache(cache),
    finally: isFinally,
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

/** Nothing where there is no kind, or more than one. */
function readWork(map: MapValue): Work | undefined {
  const [written, ...others] = KINDS.filter(({ kind }) => pairOf(map, kind) !== undefined);
  const text = written === undefined ? undefined : read(map, written.kind, asText);
  if (written === undefined || text === undefined || others.length > 0) return undefined;
  const cwd = read(map, 'cwd', asText);
  switch (written.kind) {
    case 'run':
      return { kind: 'run', script: text, shell: read(map, 'shell', asText), cwd };
    case 'module':
      return { kind: 'module', path: text, ...readWith(map), cwd };
    case 'workflow':
      return { kind: 'workflow', path: text, ...readWith(map) };
    case 'approval':
      return { kind: 'approval', message: text, default: read(map, 'default', located(asChoice(ANSWERS))) };
  }
}

function readWith(map: MapValue): Pick<Extract<Work, { readonly kind: 'module' }>, 'with' | 'texts'> {
  const given = pairOf(map, 'with')?.value;
  return {
    with: given === undefined || isNothing(given) ? undefined : asJson(given),
    texts: given === undefined ? [] : textsIn(given),
  };
}

function readCache(map: MapValue): WrittenCache {
  return {
    inputs: read(map, 'inputs', asTexts) ?? [],
    outputs: read(map, 'outputs', asTexts) ?? [],
    env: read(map, 'env', asNames) ?? [],
    range: map.range,
  };
}

function asName(value: Value): Located<string> | undefined {
  const text = asText(value);
  return text === undefined ? undefined : { value: text.value, range: text.range };
}

export function asNames(value: Value): readonly Located<string>[] {
  return asTexts(value).map((text) => ({ value: text.value, range: text.range }));
}
