import { EXPRESSION } from './interpolation.ts';
import { include, type Repository, type Rule, scopes } from './rule.ts';
import { entry, flowEntry, KNOWN_KEY, textEntry } from './yaml.ts';

/** `if`: an expression, with or without `${{ }}`. */
export const conditionRepository: Repository = {
  if: {
    patterns: [
      textEntry('if', KNOWN_KEY, EXPRESSION, [include('#condition')]),
      entry('if', KNOWN_KEY, [
        include('#comment'),
        include('#quoted-condition'),
        include('#node-property'),
        {
          name: EXPRESSION,
          begin: String.raw`(?=\S)`,
          end: String.raw`(?=[ \t]+#|[ \t]*$)`,
          patterns: [include('#condition')],
        },
      ]),
    ],
  },
  'flow-if': {
    patterns: [
      flowEntry('if', [
        include('#quoted-condition'),
        include('#interpolation'),
        {
          match: String.raw`[^\s,{}"'][^,{}"]*`,
          captures: { 0: { name: EXPRESSION, patterns: [include('source.flow-expression')] } },
        },
      ]),
    ],
  },
  'quoted-condition': {
    patterns: [
      quotedCondition('"', '"', 'string.quoted.double.yaml', '#condition'),
      quotedCondition("'", "'(?!')", 'string.quoted.single.yaml', '#condition-in-single-quotes'),
    ],
  },
};

function quotedCondition(begin: string, end: string, name: string, condition: string): Rule {
  return {
    name,
    contentName: EXPRESSION,
    begin: String.raw`(?<![^\s:])${begin}`,
    end,
    beginCaptures: scopes({ 0: 'punctuation.definition.string.begin.yaml' }),
    endCaptures: scopes({ 0: 'punctuation.definition.string.end.yaml' }),
    patterns: [include(condition)],
  };
}
