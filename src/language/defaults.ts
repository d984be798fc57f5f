import type { RetryPolicy } from '../model/plan.ts';
import { RETRY_REASONS } from './read/readRetryPolicy.ts';

/** How a task is tried again where neither it nor the workflow says so. Times in ms. */
export const DEFAULT_RETRY_POLICY: RetryPolicy = {
  maxAttempts: 1,
  initialDelay: 1000,
  backoffFactor: 2,
  maxDelay: 60_000,
  jitter: true,
  retryOn: { reasons: RETRY_REASONS },
};
