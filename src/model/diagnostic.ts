import type { Range } from './text.ts';

export type Severity = 'error' | 'warning' | 'info';

/**
 * What can be said of a file, and how grave it is unless the place says otherwise: some codes are warnings in places
 * where nothing breaks. Each has a section of the same name in docs/diagnostics.md.
 */
export const DEFAULT_SEVERITIES = {
  syntax: 'error',
  'wrong-type': 'error',
  'invalid-value': 'error',
  'unknown-key': 'error',
  'duplicate-key': 'error',
  'missing-key': 'error',
  'duplicate-task': 'error',
  'task-id': 'error',
  'task-kind': 'error',
  'unknown-task': 'error',
  'self-need': 'error',
  'duplicate-need': 'warning',
  cycle: 'error',
  'missing-need': 'error',
  'finally-need': 'error',
  'unknown-pool': 'error',
  matrix: 'error',
  secret: 'error',
  'unknown-file': 'error',
  'nested-workflow': 'error',
  duration: 'error',
  expression: 'error',
  'unknown-name': 'error',
  injection: 'error',
  'unknown-output': 'warning',
  'unused-output': 'info',
  'redundant-need': 'info',
  'could-start-earlier': 'info',
  'limit-above-width': 'info',
  'constant-condition': 'warning',
  'retry-over-timeout': 'warning',
  'lost-digits': 'warning',
  'secret-exposed': 'warning',
  'unquoted-path': 'warning',
  'missing-shell': 'warning',
  'missing-module': 'warning',
  'missing-script': 'warning',
  'unused-pool': 'info',
  'unused-input': 'info',
  'unused-secret': 'info',
  'unused-ignore': 'info',
} as const satisfies Readonly<Record<string, Severity>>;

export type DiagnosticCode = keyof typeof DEFAULT_SEVERITIES;

/** A fault in a file, blamed on the exact place. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One or two sentences: what is wrong and the way out. No trailing line break. */
  readonly message: string;
  readonly range: Range;
  /** Other places of the same file that take part in the fault. */
  readonly related: readonly RelatedPlace[];
  /** A better text for `range`, where there is an obvious one: the nearest name. */
  readonly replacement?: string;
}

export interface RelatedPlace {
  readonly message: string;
  readonly range: Range;
}
