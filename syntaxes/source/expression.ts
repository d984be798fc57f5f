import { CONTEXTS, FUNCTIONS, STATUS_FUNCTIONS } from '../../src/expression/names.ts';
import { type Grammar, include, oneOf, type Rule, scopes } from './rule.ts';

/** What stands between `${{` and `}}`, or after a bare `if:`. */
export const expressionGrammar: Grammar = {
  name: 'Flow expression',
  scopeName: 'source.flow-expression',
  patterns: [include('#string'), include('#unquoted')],
  repository: {
    string: { patterns: [string("'")] },
    // The same inside a single-quoted YAML scalar, where every quote is doubled.
    'string-in-single-quotes': { patterns: [string("''")] },
    unquoted: {
      patterns: [
        include('#task'),
        include('#property'),
        include('#function'),
        include('#constant'),
        include('#context'),
        include('#number'),
        include('#operator'),
        include('#punctuation'),
        include('#unknown'),
      ],
    },
    task: {
      patterns: [
        {
          match: String.raw`(?<![\w.-])(tasks)\s*(\.)\s*(?:([A-Za-z_][\w-]*)|(\*))`,
          captures: scopes({
            1: 'variable.language.context.flow-expression',
            2: 'punctuation.accessor.flow-expression',
            3: 'entity.name.function.task.reference.flow-expression',
            4: 'keyword.operator.wildcard.flow-expression',
          }),
        },
      ],
    },
    property: {
      patterns: [
        {
          match: String.raw`(?<=[\w)\]*-])\s*(\.)\s*(?:([A-Za-z_][\w-]*)|(\*))`,
          captures: scopes({
            1: 'punctuation.accessor.flow-expression',
            2: 'variable.other.property.flow-expression',
            3: 'keyword.operator.wildcard.flow-expression',
          }),
        },
      ],
    },
    function: {
      patterns: [
        {
          name: 'support.function.flow-expression',
          match: word(
            `(?i:${oneOf([...FUNCTIONS, ...STATUS_FUNCTIONS].map(({ name }) => name))})`,
            String.raw`(?=\s*\()`,
          ),
        },
      ],
    },
    constant: {
      patterns: [
        { name: 'constant.language.boolean.flow-expression', match: word('(?:true|false)') },
        { name: 'constant.language.null.flow-expression', match: word('null') },
        { name: 'constant.language.numeric.flow-expression', match: word('(?:NaN|Infinity)') },
      ],
    },
    context: {
      patterns: [
        {
          name: 'variable.language.context.flow-expression',
          match: word(`(?i:${oneOf(Object.keys(CONTEXTS))})`),
        },
      ],
    },
    number: {
      patterns: [
        {
          name: 'constant.numeric.flow-expression',
          match: word(
            String.raw`[-+]?(?:0x[0-9A-Fa-f]+|0o[0-7]+|(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)`,
          ),
        },
      ],
    },
    operator: {
      patterns: [
        { name: 'keyword.operator.logical.flow-expression', match: String.raw`&&|\|\||!(?!=)` },
        { name: 'keyword.operator.comparison.flow-expression', match: '[=!<>]=|[<>]' },
      ],
    },
    punctuation: {
      patterns: [
        { name: 'punctuation.section.parens.flow-expression', match: '[()]' },
        { name: 'punctuation.section.brackets.flow-expression', match: String.raw`[\[\]]` },
        { name: 'punctuation.separator.flow-expression', match: ',' },
        { name: 'keyword.operator.wildcard.flow-expression', match: String.raw`(?<=\[)\s*\*\s*(?=\])` },
      ],
    },
    unknown: {
      patterns: [{ name: 'variable.other.flow-expression', match: '[A-Za-z_][A-Za-z0-9_-]*' }],
    },
  },
};

/** Ends with its line at the latest: a quote that is never closed must not swallow what follows. */
function string(quote: string): Rule {
  return {
    name: 'string.quoted.single.flow-expression',
    begin: quote,
    end: `${quote}(?!${quote})|$`,
    beginCaptures: scopes({ 0: 'punctuation.definition.string.begin.flow-expression' }),
    endCaptures: scopes({ 0: 'punctuation.definition.string.end.flow-expression' }),
    patterns: [{ name: 'constant.character.escape.flow-expression', match: quote + quote }],
  };
}

/** A whole word; names hold dashes. */
function word(pattern: string, then = String.raw`(?![\w-])`): string {
  return String.raw`(?<![\w.-])${pattern}${then}`;
}
