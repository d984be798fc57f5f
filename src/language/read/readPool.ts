import type { Pool, PoolDefinition } from '../../model/workflow.ts';
import type { Pair, Value } from '../source/value.ts';
import { asMap, asNumber, asText, read } from './scalars.ts';

export function readPool({ key, value }: Pair): Pool {
  return { name: key, definition: readDefinition(value) };
}

/** A number is the limit. */
function readDefinition(value: Value): PoolDefinition {
  const map = asMap(value);
  const limit = map === undefined ? asNumber(value) : read(map, 'limit', asNumber);
  const rate = map === undefined ? undefined : read(map, 'rate', asRate);
  return { ...(limit === undefined ? {} : { limit }), ...(rate === undefined ? {} : { rate }) };
}

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

/** `10/s`, `30/m` or `100/h`; nothing where it is none of these. */
export function asRate(value: Value): PoolDefinition['rate'] {
  const [, starts = '', unit = ''] =
    /^\s*(\d{1,9})\s*\/\s*([smh])\s*$/.exec(asText(value)?.value ?? '') ?? [];
  const per = UNITS[unit];
  return per === undefined || Number(starts) < 1 ? undefined : { starts: Number(starts), per };
}
