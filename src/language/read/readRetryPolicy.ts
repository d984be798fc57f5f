import type { RetryOn, RetryReason, WrittenRetryPolicy } from '../../model/workflow.ts';
import type { MapValue, Value } from '../source/value.ts';
import { asBoolean, asDuration, asNumber, itemsOf, read } from './scalars.ts';

export const RETRY_REASONS: readonly RetryReason[] = ['exit_code', 'signal', 'timeout', 'error', 'outputs'];

export function readRetryPolicy(map: MapValue | undefined): WrittenRetryPolicy {
  if (map === undefined) return {};
  const maxAttempts = read(map, 'max_attempts', asNumber);
  const initialDelay = read(map, 'initial_delay', asDuration);
  const backoffFactor = read(map, 'backoff_factor', asNumber);
  const maxDelay = read(map, 'max_delay', asDuration);
  const jitter = read(map, 'jitter', asBoolean);
  const retryOn = read(map, 'retry_on', asRetryOn);
  return {
    ...(maxAttempts === undefined ? {} : { maxAttempts }),
    ...(initialDelay === undefined ? {} : { initialDelay }),
    ...(backoffFactor === undefined ? {} : { backoffFactor }),
    ...(maxDelay === undefined ? {} : { maxDelay }),
    ...(jitter === undefined ? {} : { jitter }),
    ...(retryOn === undefined ? {} : { retryOn }),
  };
}

/** `timeout`, `[timeout, exit_code]`, `[timeout, exit_code: [75]]` or `{ exit_code: [75] }`. */
function asRetryOn(value: Value): RetryOn | undefined {
  const reasons = new Set<RetryReason>();
  const codes: number[] = [];
  let anyCode = false;
  for (const item of itemsOf(value)) {
    if (item.type === 'map') {
      for (const { key, value: narrowed } of item.pairs) {
        if (key.value !== 'exit_code') continue;
        reasons.add('exit_code');
        for (const item of itemsOf(narrowed)) {
          const code = asNumber(item);
          if (code !== undefined) codes.push(code);
        }
      }
    } else if (item.type === 'scalar') {
      const reason = RETRY_REASONS.find((known) => known === item.text.value);
      if (reason !== undefined) reasons.add(reason);
      if (reason === 'exit_code') anyCode = true;
    }
  }
  if (value.type === 'scalar' && value.data === null) return undefined;
  return { reasons: [...reasons], ...(codes.length === 0 || anyCode ? {} : { exitCodes: codes }) };
}
