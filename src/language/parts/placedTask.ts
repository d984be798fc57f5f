import type { Located, Range, Text } from '../../model/text.ts';
import type {
  Entry,
  Priority,
  Task,
  Work,
  WrittenCache,
  WrittenMatrix,
  WrittenRetryPolicy,
} from '../../model/workflow.ts';
import { placedName, placedRange, placedText } from './placedValue.ts';
import { placedWork } from './placedWork.ts';

/**
 * A task as it was read from lines of its own, where these stand in the file. Of thousands of tasks behind the one that
 * somebody types in, hardly anything is asked: so each part is only moved when it is.
 */
export function placedTask(task: Task, by: number): Task {
  return by === 0 ? task : new PlacedTask(task, by);
}

class PlacedTask implements Task {
  readonly id: Located<string>;
  readonly retryPolicy: WrittenRetryPolicy;
  readonly finally: boolean;
  readonly #task: Task;
  readonly #by: number;
  #movedNeeds: Task['needs'] | undefined;
  #movedWork: Work | undefined;
  #movedEnv: Task['env'] | undefined;

  constructor(task: Task, by: number) {
    this.id = placedName(task.id, by);
    this.retryPolicy = task.retryPolicy;
    this.finally = task.finally;
    this.#task = task;
    this.#by = by;
  }

  get needs(): Task['needs'] {
    this.#movedNeeds ??= this.#task.needs.map((need) => placedName(need, this.#by));
    return this.#movedNeeds;
  }

  get work(): Work | undefined {
    const { work } = this.#task;
    if (work === undefined) return undefined;
    this.#movedWork ??= placedWork(work, this.#by);
    return this.#movedWork;
  }

  get env(): readonly Entry[] {
    const { env } = this.#task;
    if (env.length === 0) return env;
    this.#movedEnv ??= env.map(({ name, value }) => ({
      name: placedName(name, this.#by),
      value: placedText(value, this.#by),
    }));
    return this.#movedEnv;
  }

  get description(): Text | undefined {
    return this.#text(this.#task.description);
  }

  get if(): Text | undefined {
    return this.#text(this.#task.if);
  }

  get timeout(): Located<number> | undefined {
    return this.#name(this.#task.timeout);
  }

  get priority(): Located<Priority> | undefined {
    return this.#name(this.#task.priority);
  }

  get continueOnError(): Located<boolean> | undefined {
    return this.#name(this.#task.continueOnError);
  }

  get pool(): Located<string> | undefined {
    return this.#name(this.#task.pool);
  }

  get matrix(): WrittenMatrix | undefined {
    const { matrix } = this.#task;
    if (matrix === undefined) return undefined;
    const texts = matrix.texts.map((text) => placedText(text, this.#by));
    return { ...matrix, texts, range: placedRange(matrix.range, this.#by) };
  }

  get cache(): WrittenCache | undefined {
    const { cache } = this.#task;
    if (cache === undefined) return undefined;
    const { inputs, outputs, env, range } = cache;
    return {
      inputs: inputs.map((text) => placedText(text, this.#by)),
      outputs: outputs.map((text) => placedText(text, this.#by)),
      env: env.map((name) => placedName(name, this.#by)),
      range: placedRange(range, this.#by),
    };
  }

  get range(): Range {
    return placedRange(this.#task.range, this.#by);
  }

  #text(text: Text | undefined): Text | undefined {
    return text && placedText(text, this.#by);
  }

  #name<T>(name: Located<T> | undefined): Located<T> | undefined {
    return name && placedName(name, this.#by);
  }
}
