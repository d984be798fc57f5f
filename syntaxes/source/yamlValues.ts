import { include, type Repository, type Rule, scopes } from './rule.ts';
import {
  ANY_KEY,
  BLOCK_HEADER,
  BLOCK_HEADER_SCOPES,
  COLON,
  COMMENT,
  FLOW_KEY,
  flowKey,
  flowMap,
  flowSequence,
  INSIDE_TEXT,
  OTHER_KEY,
  plainEntries,
  QUOTED,
} from './yaml.ts';

/** What a value may be, and what may stand anywhere. */
export const yamlRepository: Repository = {
  document: {
    patterns: [
      { name: 'entity.other.document.begin.yaml', match: '^---(?=[ \\t]|$)' },
      { name: 'entity.other.document.end.yaml', match: String.raw`^\.\.\.(?=[ \t]|$)` },
      { name: 'meta.directive.yaml keyword.other.directive.yaml', match: '^%.*$' },
    ],
  },
  comment: {
    patterns: [
      {
        name: COMMENT,
        match: String.raw`(?<![^ \t])(#).*$`,
        captures: scopes({ 1: 'punctuation.definition.comment.yaml' }),
      },
    ],
  },
  value: {
    patterns: [
      ...plainEntries(ANY_KEY, OTHER_KEY),
      {
        // `- |`
        begin: String.raw`^([ ]*)(-)()[ \t]+${BLOCK_HEADER}`,
        while: INSIDE_TEXT,
        contentName: 'string.unquoted.block.yaml',
        beginCaptures: {
          ...scopes({ 2: 'punctuation.definition.block.sequence.item.yaml', ...BLOCK_HEADER_SCOPES }),
          4: { patterns: [include('#node-property')] },
        },
        patterns: [include('#interpolation-in-text')],
      },
      {
        // `- key: value`, and the keys below it
        begin: String.raw`^([ ]*)(-(?:[ \t]+-)*)[ \t]+(${ANY_KEY})[ \t]*(:)(?=[ \t]|$)`,
        while: String.raw`^(?=\1[ \t]|\1[\]}]|[ \t]*(?:#|$))`,
        beginCaptures: scopes({
          2: 'punctuation.definition.block.sequence.item.yaml',
          3: OTHER_KEY,
          4: COLON,
        }),
        patterns: [include('#value')],
      },
      { name: 'punctuation.definition.block.sequence.item.yaml', match: String.raw`(?<![^ \t])-(?=[ \t]|$)` },
      { name: 'punctuation.definition.map.key.yaml', match: String.raw`(?<![^ \t])\?(?=[ \t]|$)` },
      { name: COLON, match: String.raw`(?<![^ \t]):(?=[ \t]|$)` },
      include('#scalar'),
      flowMap([include('#flow-value')]),
      flowSequence([include('#flow-value')]),
      plainScalar(
        'string.unquoted.plain.out.yaml',
        String.raw`[^\s\-?:,\[\]{}#&*!|>'"%@\x60]|[-?:](?=\S)`,
        String.raw`(?=[ \t]+#|[ \t]*$)`,
        '#implicit-type',
      ),
    ],
  },
  'flow-value': {
    patterns: [
      { name: 'punctuation.separator.sequence.yaml', match: ',' },
      include('#scalar-key'),
      flowKey(FLOW_KEY, OTHER_KEY),
      { name: COLON, match: String.raw`:(?=[\s,\[\]{}]|$)` },
      include('#scalar'),
      flowMap([include('#flow-value')]),
      flowSequence([include('#flow-value')]),
      plainScalar(
        'string.unquoted.plain.in.yaml',
        String.raw`[^\s\-?:,\[\]{}#&*!|>'"%@\x60]|[-?:](?=[^\s,\[\]{}])`,
        String.raw`(?=[ \t]*(?:[,\[\]{}]|$)|[ \t]+#|:(?:[ \t]|$))`,
        '#implicit-type-in-flow',
      ),
    ],
  },
  // `"key": value`, as JSON has it
  'scalar-key': {
    patterns: [
      {
        match: String.raw`(${QUOTED})[ \t]*(:)`,
        captures: scopes({ 1: OTHER_KEY, 2: COLON }),
      },
    ],
  },
  scalar: {
    patterns: [
      include('#comment'),
      include('#node-property'),
      include('#double-quoted'),
      include('#single-quoted'),
      include('#interpolation'),
    ],
  },
  'node-property': {
    patterns: [
      { name: 'storage.type.tag.yaml', match: String.raw`(?<![^\s,\[{])![^\s,\[\]{}]*` },
      {
        match: String.raw`(?<![^\s,\[{])(&)([^\s,\[\]{}]+)`,
        captures: scopes({ 1: 'punctuation.definition.anchor.yaml', 2: 'variable.other.anchor.yaml' }),
      },
      {
        match: String.raw`(?<![^\s,\[{])(\*)([^\s,\[\]{}]+)`,
        captures: scopes({ 1: 'punctuation.definition.alias.yaml', 2: 'variable.other.alias.yaml' }),
      },
    ],
  },
  'double-quoted': {
    patterns: [
      quoted('"', '"', 'string.quoted.double.yaml', [
        {
          name: 'constant.character.escape.yaml',
          match: String.raw`\\(?:[0abtnvfre "/\\N_LP\t]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|$)`,
        },
        { name: 'invalid.illegal.constant.character.escape.yaml', match: String.raw`\\.` },
        include('#interpolation-in-double-quotes'),
      ]),
    ],
  },
  'single-quoted': {
    patterns: [
      quoted("'", "'(?!')", 'string.quoted.single.yaml', [
        { name: 'constant.character.escape.single-quote.yaml', match: "''" },
        include('#interpolation-in-single-quotes'),
      ]),
    ],
  },
  'implicit-type': { patterns: implicitTypes(String.raw`(?=[ \t]*$|[ \t]+#)`) },
  'implicit-type-in-flow': { patterns: implicitTypes(String.raw`(?=[ \t]*(?:[,\]}]|$)|[ \t]+#)`) },
};

function quoted(begin: string, end: string, name: string, patterns: readonly Rule[]): Rule {
  return {
    name,
    begin,
    end,
    beginCaptures: scopes({ 0: 'punctuation.definition.string.begin.yaml' }),
    endCaptures: scopes({ 0: 'punctuation.definition.string.end.yaml' }),
    patterns,
  };
}

function plainScalar(name: string, first: string, end: string, types: string): Rule {
  return { name, begin: `(?=${first})`, end, patterns: [include(types), include('#interpolation')] };
}

/** https://yaml.org/spec/1.2.2/#103-core-schema */
function implicitTypes(end: string): readonly Rule[] {
  const types = {
    'constant.language.null.yaml': '(?:null|Null|NULL|~)',
    'constant.language.boolean.yaml': '(?:true|True|TRUE|false|False|FALSE)',
    'constant.numeric.integer.yaml': '(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9A-Fa-f]+)',
    'constant.numeric.float.yaml': String.raw`[-+]?(?:(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF|nan|NaN|NAN))`,
  };
  return Object.entries(types).map(([name, pattern]) => ({ name, match: String.raw`\G${pattern}${end}` }));
}
