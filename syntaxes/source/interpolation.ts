import { include, type Repository, type Rule, scopes } from './rule.ts';

const MARKER_BEGIN = 'punctuation.section.embedded.begin.flow-yaml';
const MARKER_END = 'punctuation.section.embedded.end.flow-yaml';

export const EXPRESSION = 'meta.embedded.expression.flow-yaml';
const INSIDE = [include('source.flow-expression')];

/** `${{ … }}` wherever a value can hold one. Each ends where the scalar around it must end, closed or not. */
export const interpolationRepository: Repository = {
  interpolation: { patterns: [interpolation(String.raw`\}\}|$`, INSIDE)] },
  'interpolation-in-double-quotes': { patterns: [interpolation(String.raw`\}\}|(?=")|$`, INSIDE)] },
  'interpolation-in-single-quotes': {
    patterns: [
      interpolation(String.raw`\}\}|(?='(?!'))|$`, [
        include('source.flow-expression#string-in-single-quotes'),
        include('source.flow-expression#unquoted'),
      ]),
    ],
  },
  // A text of many lines may break an expression, but not over an empty line.
  'interpolation-in-text': { patterns: [interpolation(String.raw`\}\}|^(?=[ \t]*$)`, INSIDE)] },
  // An `if` is an expression with or without the markers.
  condition: {
    patterns: [
      { name: MARKER_BEGIN, match: String.raw`\$\{\{` },
      { name: MARKER_END, match: String.raw`\}\}` },
      ...INSIDE,
    ],
  },
  'condition-in-single-quotes': {
    patterns: [include('source.flow-expression#string-in-single-quotes'), include('#condition')],
  },
};

function interpolation(end: string, patterns: readonly Rule[]): Rule {
  return {
    name: EXPRESSION,
    begin: String.raw`\$\{\{`,
    end,
    beginCaptures: scopes({ 0: MARKER_BEGIN }),
    endCaptures: scopes({ 0: MARKER_END }),
    patterns,
  };
}
