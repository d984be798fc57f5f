import { behind, type Source, stands, textAt, topLevel } from './source.ts';
import { typeKeys } from './typeKeys.ts';

/** The function that a module gives as its default, as the indices of its words. */
export interface FoundFunction {
  /** Of its body: behind the brace, or where the expression of an arrow begins. */
  readonly start: number;
  readonly end: number;
  readonly isExpression: boolean;
  /** Where its return type begins; absent where it is written without. */
  readonly returnType: number | undefined;
  /** The bracket of its parameters; absent where it has one parameter without. */
  readonly parameters: number | undefined;
  /** The doc comment before it. */
  readonly doc: number | undefined;
}

export function defaultExport(source: Source): FoundFunction | undefined {
  for (const at of topLevel(source, 0, source.tokens.length)) {
    if (stands(source, at, 'export', 'default')) return functionAt(source, at + 2, at);
    if (stands(source, at, 'module', '.', 'exports', '=')) return functionAt(source, at + 4, at);
    if (stands(source, at, 'export', '{')) {
      for (let i = at + 2; i < behind(source, at + 1); i++) {
        if (stands(source, i + 1, 'as', 'default')) return declared(source, textAt(source, i));
      }
    }
  }
  return undefined;
}

/** A function that begins at an index, or the name of one. */
function functionAt(source: Source, start: number, statement: number): FoundFunction | undefined {
  const doc = source.tokens[statement - 1]?.type === 'doc' ? statement - 1 : undefined;
  let at = stands(source, start, 'async') ? start + 1 : start;
  if (textAt(source, at) === 'function') {
    at++;
    // What a generator gives is no object.
    if (textAt(source, at) === '*') return undefined;
    if (source.tokens[at]?.type === 'name') at++;
    return withBody(source, at, doc, false);
  }
  const token = source.tokens[at];
  if (token?.type === 'name' && textAt(source, at + 1) === '=>')
    return arrowBody(source, at + 2, { returnType: undefined, parameters: undefined, doc });
  if (textAt(source, at) === '(' || textAt(source, at) === '<') return withBody(source, at, doc, true);
  const isAlone =
    source.tokens[at + 1] === undefined || source.tokens[at + 1]?.onNewLine || textAt(source, at + 1) === ';';
  return token?.type === 'name' && isAlone && at === start ? declared(source, token.text) : undefined;
}

/** From the parameters on. */
function withBody(
  source: Source,
  from: number,
  doc: number | undefined,
  isArrow: boolean,
): FoundFunction | undefined {
  let at = from;
  if (textAt(source, at) === '<') while (at < source.tokens.length && textAt(source, at) !== '(') at++;
  if (textAt(source, at) !== '(') return undefined;
  const parameters = at;
  at = behind(source, at);
  const returnType = textAt(source, at) === ':' ? at + 1 : undefined;
  if (returnType !== undefined) at = typeKeys(source, returnType, () => undefined).end;
  if (isArrow)
    return textAt(source, at) === '=>'
      ? arrowBody(source, at + 1, { returnType, parameters, doc })
      : undefined;
  if (textAt(source, at) !== '{' || !isClosed(source, at)) return undefined;
  return { start: at + 1, end: behind(source, at) - 1, isExpression: false, returnType, parameters, doc };
}

function arrowBody(
  source: Source,
  at: number,
  head: Pick<FoundFunction, 'returnType' | 'parameters' | 'doc'>,
): FoundFunction | undefined {
  const isExpression = textAt(source, at) !== '{';
  if (!isExpression && !isClosed(source, at)) return undefined;
  const start = isExpression ? at : at + 1;
  const end = isExpression ? source.tokens.length : behind(source, at) - 1;
  return { start, end, isExpression, ...head };
}

function isClosed({ tokens }: Source, at: number): boolean {
  return (tokens[at]?.partner ?? -1) > at;
}

/** The function that a name is given to, once, at the top of the module. */
function declared(source: Source, name: string): FoundFunction | undefined {
  for (const at of topLevel(source, 0, source.tokens.length)) {
    if (textAt(source, at + 1) !== name) continue;
    const statement = statementOf(source, at);
    if (textAt(source, at) === 'function')
      return functionAt(source, statement.async ? at - 1 : at, statement.start);
    if (!/^(const|let|var)$/.test(textAt(source, at))) continue;
    const equals = [...topLevel(source, at, Math.min(at + 60, source.tokens.length))].find(
      (each) => textAt(source, each) === '=',
    );
    return equals === undefined || textAt(source, equals + 1) === name
      ? undefined
      : functionAt(source, equals + 1, statement.start);
  }
  return undefined;
}

function statementOf(source: Source, at: number): { readonly start: number; readonly async: boolean } {
  const async = textAt(source, at - 1) === 'async';
  const start = async ? at - 1 : at;
  return { start: textAt(source, start - 1) === 'export' ? start - 1 : start, async };
}
