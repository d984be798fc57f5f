import { cursorAt } from '../cursor/cursor.ts';
import { scalarAt } from '../cursor/scalar.ts';
import { schemaAt } from '../schemaAt.ts';

/** An expression that is being written: which text it is in, and what it says up to the cursor. */
export interface ExpressionPlace {
  readonly path: readonly string[];
  readonly key: string;
  readonly before: string;
  /** It stands in a text of YAML in single quotes, so that each of its own is written twice; in `before` once. */
  readonly doubled: boolean;
}

/** How far back a `${{` or an `if:` is looked for. */
const FARTHEST = 2000;

/** The expression that an offset is in: behind `${{` and before `}}`, or in a bare `if`. */
export function expressionPlace(text: string, offset: number): ExpressionPlace | undefined {
  const from = Math.max(0, offset - FARTHEST);
  const open = text.slice(from, offset).lastIndexOf('${{');
  if (open >= 0 && !endsBefore(text.slice(from + open + 3, offset))) {
    const found = placeOf(text, from + open);
    // One that is never closed doesn't reach beyond its text.
    const isSameText = found?.path.join('\n') === cursorAt(text, offset).path.join('\n');
    if (found !== undefined && isSameText) {
      return { ...found, ...sourceOf(text, from + open + 3, offset) };
    }
  }
  return bareCondition(text, offset);
}

/** An `if` without braces, on its line or in a block below it. */
function bareCondition(text: string, offset: number): ExpressionPlace | undefined {
  const cursor = cursorAt(text, offset);
  if ((cursor.role !== 'value' && cursor.role !== 'text') || cursor.path.at(-1) !== 'if') return undefined;
  const from = Math.max(0, offset - FARTHEST);
  const key = [...text.slice(from, offset).matchAll(/(?<=^|[\s{,])if:/g)].at(-1);
  if (key === undefined) return undefined;
  const start = from + key.index + 3;
  const lead = /^[ \t]*(?:[|>][-+\d]*[^\n]*\n|["'])/.exec(text.slice(start, offset))?.[0] ?? '';
  const found = placeOf(text, offset);
  const source = sourceOf(text, start + lead.length, offset);
  return found === undefined || source.before.includes('}}') ? undefined : { ...found, ...source };
}

/** What is written from `start` on, as the expression has it. */
function sourceOf(text: string, start: number, offset: number): Pick<ExpressionPlace, 'before' | 'doubled'> {
  const before = text.slice(start, offset);
  const cursor = cursorAt(text, offset);
  const isInline = cursor.role === 'value' || cursor.role === 'item';
  const doubled = isInline && !before.includes('\n') && scalarAt(text, start, cursor).quote === "'";
  return { before: doubled ? before.replaceAll("''", "'") : before, doubled };
}

/** Only texts that the schema lets hold expressions. */
function placeOf(text: string, offset: number): Pick<ExpressionPlace, 'path' | 'key'> | undefined {
  const { path } = cursorAt(text, offset);
  for (let length = path.length; length > 0; length--) {
    const place = schemaAt(path.slice(0, length));
    if (place?.type !== 'value') continue;
    const { type, name } = place.key;
    const holds =
      type.type === 'condition' ||
      type.type === 'json' ||
      type.type === 'matrix' ||
      type.type === 'texts-by-name' ||
      ((type.type === 'text' || type.type === 'texts') && type.expressions);
    return holds ? { path, key: name } : undefined;
  }
  return undefined;
}

/** Whether the expression is over: `}}` outside of its texts. */
function endsBefore(source: string): boolean {
  return source.replace(/'[^']*'?/g, '').includes('}}');
}
