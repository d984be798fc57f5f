import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Task } from '../../model/workflow.ts';
import type { Pair } from '../source/value.ts';
import type { WrittenExpression } from '../writtenExpressions.ts';
import type { OwnEntry } from './ownEntry.ts';
import { placedTask } from './placedTask.ts';
import { placedDiagnostic, placedPair, placedText } from './placedValue.ts';
import type { Shared } from './shared.ts';

/** A name under `tasks` or `finally` where it stands in the file. */
export interface Entry {
  /** As it was read from lines of its own, its places counted from there. */
  readonly own: OwnEntry;
  readonly pair: Pair;
  readonly task: Task;
  readonly expressions: readonly WrittenExpression[];
  diagnostics(shared: Shared, suggests: boolean): readonly Diagnostic[];
}

/** Of thousands of entries behind the one that somebody types in, hardly any is asked where its things are. */
export class PlacedEntry implements Entry {
  readonly own: OwnEntry;
  readonly #by: number;
  #pair: Pair | undefined;
  #task: Task | undefined;
  #expressions: readonly WrittenExpression[] | undefined;

  constructor(own: OwnEntry, by: number) {
    this.own = own;
    this.#by = by;
  }

  get pair(): Pair {
    this.#pair ??= placedPair(this.own.pair, this.#by);
    return this.#pair;
  }

  get task(): Task {
    this.#task ??= placedTask(this.own.task, this.#by);
    return this.#task;
  }

  get expressions(): readonly WrittenExpression[] {
    if (this.#by === 0) return this.own.expressions;
    this.#expressions ??= this.own.expressions.map((written) => ({
      ...written,
      task: this.task,
      text: placedText(written.text, this.#by),
    }));
    return this.#expressions;
  }

  diagnostics(shared: Shared, suggests: boolean): readonly Diagnostic[] {
    const { diagnostics } = this.own;
    const misnamed = this.own.misnamed(shared, suggests);
    if (misnamed.length === 0 && diagnostics.length === 0) return NONE;
    return [...diagnostics, ...misnamed].map((each) => placedDiagnostic(each, this.#by));
  }
}

const NONE: readonly Diagnostic[] = [];
