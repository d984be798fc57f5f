/*
 * The words of the language that the grammar tells from the author's own. Keys in the first two lists need no rule
 * but a colour; the others have rules of their own.
 */
export const PLAIN_WORKFLOW_KEYS = ['name', 'description', 'max_concurrent_tasks'];
export const PLAIN_TASK_KEYS = ['description', 'cwd', 'module', 'shell', 'with', 'continue_on_error'];

export const WORKFLOW_KEYS = [...PLAIN_WORKFLOW_KEYS, 'tasks', 'inputs', 'env', 'timeout', 'retry_policy'];
export const TASK_KEYS = [
  ...PLAIN_TASK_KEYS,
  'needs',
  'run',
  'if',
  'env',
  'timeout',
  'retry_policy',
  'priority',
];
export const RETRY_KEYS = [
  'max_attempts',
  'initial_delay',
  'backoff_factor',
  'max_delay',
  'jitter',
  'retry_on',
];
export const INPUT_KEYS = ['type', 'description', 'default', 'options', 'minimum', 'maximum'];

export const RETRY_REASONS = ['exit_code', 'signal', 'timeout', 'error', 'outputs'];
export const PRIORITIES = ['low', 'normal', 'high', 'critical'];
export const INPUT_TYPES = ['string', 'number', 'boolean', 'choice'];
