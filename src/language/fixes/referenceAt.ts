import type { Reference } from '../../expression/references.ts';
import type { Range } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import { isWithin } from '../edit/layout.ts';
import { placeOf, type WrittenExpression } from '../writtenExpressions.ts';

/** A name that an expression reads, and the expression. */
export interface ReferenceAt {
  readonly written: WrittenExpression;
  readonly reference: Reference;
  /** Which of the names behind the context it is. */
  readonly index: number;
  readonly name: string;
}

/** The name of an expression that stands at exactly some place. */
export function referenceAt({ expressions }: Analysis, range: Range): ReferenceAt | undefined {
  for (const written of expressions) {
    if (!isWithin(range, written.text.range)) continue;
    for (const reference of written.references) {
      for (const [index, name] of reference.path.entries()) {
        if (name === undefined) continue;
        const place = placeOf(written, name.range);
        if (place.start === range.start && place.end === range.end)
          return { written, reference, index, name: name.name };
      }
    }
  }
  return undefined;
}

/** The expression that a place is in. */
export function expressionOf({ expressions }: Analysis, range: Range): WrittenExpression | undefined {
  return expressions.find((written) => {
    const { start, end } = placeOf(written, { start: 0, end: written.source.length });
    return isWithin(range, written.text.range) && start - 3 <= range.start && range.end <= end + 2;
  });
}
