import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Task } from '../../model/workflow.ts';
import type { Pair } from '../source/value.ts';
import type { WrittenExpression } from '../writtenExpressions.ts';
import { placedTask } from './placedTask.ts';
import { placedDiagnostic, placedPair, placedText } from './placedValue.ts';
import type { Entry } from './understandTask.ts';

/** An entry that was read from lines of its own, where these stand in the file. */
export function placedEntry(entry: Entry, by: number): Entry {
  return by === 0 ? entry : new PlacedEntry(entry, by);
}

class PlacedEntry implements Entry {
  readonly task: Task;
  readonly #entry: Entry;
  readonly #by: number;
  #movedPair: Pair | undefined;
  #movedExpressions: readonly WrittenExpression[] | undefined;

  constructor(entry: Entry, by: number) {
    this.task = placedTask(entry.task, by);
    this.#entry = entry;
    this.#by = by;
  }

  get pair(): Pair {
    this.#movedPair ??= placedPair(this.#entry.pair, this.#by);
    return this.#movedPair;
  }

  get expressions(): readonly WrittenExpression[] {
    const { expressions } = this.#entry;
    if (expressions.length === 0) return expressions;
    this.#movedExpressions ??= expressions.map((written) => ({
      ...written,
      task: this.task,
      text: placedText(written.text, this.#by),
    }));
    return this.#movedExpressions;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#entry.diagnostics.map((diagnostic) => placedDiagnostic(diagnostic, this.#by));
  }
}
