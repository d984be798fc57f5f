import { CST, Lexer } from 'yaml';
import { lineStart, type Range } from '../../model/text.ts';
import { endOfUnclosedQuote, endOfUnquotedExpression } from './slips.ts';

/**
 * What `yaml`'s lexer makes of a text. Where it would lose its way, it is led on, so that one slip doesn't cost the
 * rest of the file while it is being typed:
 *
 * - Giving up a bracket that is never closed, it forgets how deep the line is indented that it goes on with, and
 *   takes the next line's key for more of that line's text. It begins anew on that line.
 * - A quote that is never closed takes everything behind it. It is cut at the end of its line.
 * - Inside brackets, `${{ }}` without quotes reads as two maps in one another. It is told as a text, and to `slip`.
 */
export function* lexemesOf(text: string, slip: (unquoted: Range) => void): Iterable<string> {
  // Of such a text it can't be told what is a mark of the lexer and what is written.
  if (MARKS.some((mark) => text.includes(mark))) {
    yield* new Lexer().lex(text);
    return;
  }
  let lexemes = lexFrom(text, 0, 0, false);
  let offset = 0;
  let inScalar = false;
  let openBrackets = 0;
  let silentUntil = -1;
  let closesBrackets = false;
  for (let next = lexemes.next(); !next.done; next = lexemes.next()) {
    const lexeme = next.value;
    const end = offset + (inScalar ? lexeme.length : lengthOf(lexeme));
    if (closesBrackets && !/^(\s|#)/.test(lexeme)) {
      yield CST.FLOW_END;
      closesBrackets = false;
    }
    const lineEnd = inScalar ? undefined : endOfUnclosedQuote(text, lexeme, offset);
    const expressionEnd = inScalar && openBrackets > 0 ? endOfUnquotedExpression(text, end) : undefined;
    if (lineEnd !== undefined) {
      yield text.slice(offset, lineEnd);
      closesBrackets = openBrackets > 0;
      openBrackets = 0;
      offset = lineEnd;
      lexemes = lexFrom(text, lineEnd, 0, true);
      continue;
    }
    if (expressionEnd !== undefined && offset >= silentUntil) {
      slip({ start: offset, end: expressionEnd });
      silentUntil = expressionEnd;
      yield text.slice(offset, expressionEnd);
    } else if (offset >= silentUntil) yield lexeme;
    if (!inScalar && lexeme === CST.FLOW_END) {
      const start = lineStart(text, offset);
      lexemes = lexFrom(text, start, offset - start, true);
      openBrackets = 0;
    } else if (!inScalar) openBrackets = Math.max(0, openBrackets + bracket(lexeme));
    inScalar = !inScalar && lexeme === CST.SCALAR;
    offset = end;
  }
}

/**
 * Lexes a text from some place on. Of the line that this begins on, so many letters were told before; `within` a
 * document, its beginning isn't told again.
 */
function* lexFrom(text: string, start: number, told: number, within: boolean): Generator<string, void> {
  let passed = 0;
  let isBegun = !within;
  for (const lexeme of new Lexer().lex(start === 0 ? text : text.slice(start))) {
    if (!isBegun && lexeme === CST.DOCUMENT) isBegun = true;
    else if (passed < told) passed += lexeme.length;
    else yield lexeme;
  }
}

function bracket(lexeme: string): number {
  if (lexeme === '[' || lexeme === '{') return 1;
  return lexeme === ']' || lexeme === '}' ? -1 : 0;
}

/** They stand for no letters. */
const MARKS: readonly string[] = [CST.DOCUMENT, CST.SCALAR, CST.FLOW_END];

function lengthOf(lexeme: string): number {
  return MARKS.includes(lexeme) ? 0 : lexeme.length;
}
