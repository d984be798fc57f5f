import type { Range } from './text.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What can be wrong with a file. Each code has a section of the same name in docs/diagnostics.md. */
export type DiagnosticCode =
  | 'syntax'
  | 'wrong-type'
  | 'invalid-value'
  | 'unknown-key'
  | 'duplicate-key'
  | 'missing-key'
  | 'duplicate-task'
  | 'task-id'
  | 'task-kind'
  | 'unknown-task'
  | 'self-need'
  | 'duplicate-need'
  | 'cycle'
  | 'missing-need'
  | 'finally-need'
  | 'unknown-pool'
  | 'matrix'
  | 'secret'
  | 'unknown-file'
  | 'nested-workflow'
  | 'duration'
  | 'expression'
  | 'unknown-name'
  | 'injection';

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
