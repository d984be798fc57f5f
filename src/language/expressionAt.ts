import { CONTEXTS, FUNCTIONS, STATUS_FUNCTIONS } from '../expression/names.ts';
import { holds, type Range } from '../model/text.ts';
import type { Analysis } from './analyze.ts';
import { placeOf, type WrittenExpression } from './writtenExpressions.ts';

/** A word of the language itself inside an expression, with what it means (Markdown). */
export interface ExpressionWord {
  readonly documentation: string;
  readonly range: Range;
}

const MEMBER_DOCS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  tasks: {
    outputs:
      'What the task left as outputs: `outputs.<key>`. Empty until it has completed. Of a task with a matrix, each is the list over its instances.',
    state: 'How the task ended: `completed`, `failed`, `skipped` or `cancelled`.',
  },
  run: { id: 'The name of this run.', dir: 'The folder that keeps this run’s journal and logs.' },
  workflow: { name: 'The name of the workflow.' },
};

/** What the members of a context mean: of `run` and `workflow`, and of a task in `tasks`. */
export function memberDocs(context: string): Readonly<Record<string, string>> {
  return MEMBER_DOCS[context] ?? {};
}

/** The context, member or function that stands at an offset. The author's own names are `occurrenceAt`'s. */
export function expressionAt({ expressions }: Analysis, offset: number): ExpressionWord | undefined {
  for (const written of expressions) {
    if (!holds(placeOf(written, { start: 0, end: written.source.length }), offset)) continue;
    const found = [...wordsOf(written)].find((word) => holds(word.range, offset));
    if (found !== undefined) return found;
  }
  return undefined;
}

function* wordsOf(written: WrittenExpression): Iterable<ExpressionWord> {
  for (const { name, range } of written.calls) {
    const known = [...FUNCTIONS, ...STATUS_FUNCTIONS].find((each) => each.name.toLowerCase() === name);
    if (known === undefined) continue;
    const documentation = `\`${known.signature}\`\n\n${known.description}`;
    yield { documentation, range: placeOf(written, range) };
  }
  for (const { context, contextRange, path } of written.references) {
    const known = Object.entries(CONTEXTS).find(([name]) => name === context);
    if (known !== undefined) yield { documentation: known[1], range: placeOf(written, contextRange) };
    const member = path[context === 'tasks' ? 1 : 0];
    const documentation = memberDocs(context)[member?.name.toLowerCase() ?? ''];
    if (member !== undefined && documentation !== undefined) {
      yield { documentation, range: placeOf(written, member.range) };
    }
  }
}
