import { include, type Rule, scopes } from './rule.ts';

/*
 * YAML, line by line. VS Code's own `source.yaml` isn't included: its regions can't be cut short from outside, so
 * an unclosed quote or bracket would colour everything after it, and its inner rules differ between versions.
 * The scopes are the same, so that themes colour a workflow as they colour YAML.
 *
 * Every key opens a region that lasts while lines are indented deeper than the key. That is what contains faults.
 */

/** A key that the language knows: coloured as YAML's keys are. */
export const KNOWN_KEY = 'keyword.other.flow-yaml entity.name.tag.yaml';
/** A key that the author chose, or one that is misspelt. */
export const OTHER_KEY = 'variable.other.property.flow-yaml';

export const COLON = 'punctuation.separator.map.value.yaml';
export const COMMENT = 'comment.line.number-sign.yaml';

export const QUOTED = String.raw`"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'`;
const PLAIN = String.raw`(?:[^\s\-?:,\[\]{}#&*!|>'"%@\x60]|[-?:](?=\S))(?:[^\s:#]|:(?=\S)|(?<=\S)#|[ \t]+(?=[^\s:#]))*`;
/** A plain key of a flow map. */
export const FLOW_KEY = String.raw`(?:[^\s\-?:,\[\]{}#&*!|>'"%@\x60]|[-?:](?=[^\s,\[\]{}]))(?:[^\s:#,\[\]{}]|:(?=[^\s,\[\]{}])|(?<=\S)#|[ \t]+(?=[^\s:#,\[\]{}]))*`;

/** Any key of a block map. */
export const ANY_KEY = `(?:${QUOTED}|${PLAIN})`;

/** What follows a key of a block map. */
export const AFTER_KEY = String.raw`[ \t]*:(?:[ \t]|$)`;

/** Lines inside the value of a key whose indentation is group 1. A list may stand as far left as its key. */
const INSIDE = String.raw`^(?=\1[ \t]|\1-(?:[ \t]|$)|\1[\]}]|[ \t]*(?:#|$))`;
/** Lines of a block scalar: a `#` at its left is no comment of it. */
export const INSIDE_TEXT = String.raw`^(?=\1[ \t]|[ \t]*$)`;

export const BLOCK_HEADER = String.raw`((?:[&!][^ \t]*[ \t]+)*)([|>])([-+0-9]{0,2})[ \t]*(?:(?<=[ \t])(#.*))?$`;
export const BLOCK_HEADER_SCOPES = {
  5: 'keyword.control.flow.block-scalar.yaml',
  6: 'storage.modifier.chomping-indicator.yaml',
  7: COMMENT,
};

/** `key: value` in a block map, the value on this line or below. */
export function entry(key: string, name: string, value: readonly Rule[]): Rule {
  return {
    begin: String.raw`^([ ]*)(${key})[ \t]*(:)(?=[ \t]|$)`,
    while: INSIDE,
    beginCaptures: scopes({ 2: name, 3: COLON }),
    patterns: value,
  };
}

/** `key: |` or `key: >` and the text below. */
export function textEntry(key: string, name: string, contentName: string, text: readonly Rule[]): Rule {
  return {
    begin: String.raw`^([ ]*)(${key})[ \t]*(:)[ \t]+${BLOCK_HEADER}`,
    while: INSIDE_TEXT,
    contentName,
    beginCaptures: {
      ...scopes({ 2: name, 3: COLON, ...BLOCK_HEADER_SCOPES }),
      4: { patterns: [include('#node-property')] },
    },
    patterns: text,
  };
}

/** An entry with any kind of value. */
export function plainEntries(key: string, name: string, value: readonly Rule[] = []): readonly Rule[] {
  return [
    textEntry(key, name, 'string.unquoted.block.yaml', [include('#interpolation-in-text')]),
    entry(key, name, [...value, include('#value')]),
  ];
}

/** A key of a flow map. */
export function flowKey(key: string, name: string): Rule {
  return {
    match: String.raw`(?<![^\s,{\[])(${key})[ \t]*(:)(?=[\s,\[\]{}]|$)`,
    captures: scopes({ 1: name, 2: COLON }),
  };
}

/** A known key of a flow map, and its value. */
export function flowEntry(key: string, value: readonly Rule[]): Rule {
  return {
    begin: String.raw`(?<![^\s,{])(${key})[ \t]*(:)(?=\s|$)`,
    end: '(?=[,}])',
    beginCaptures: scopes({ 1: KNOWN_KEY, 2: COLON }),
    patterns: value,
  };
}

/** `{ … }`; `opening` is what must follow the brace. */
export function flowMap(patterns: readonly Rule[], opening = ''): Rule {
  return {
    name: 'meta.flow.map.yaml',
    begin: String.raw`\{${opening}`,
    end: String.raw`\}`,
    beginCaptures: scopes({ 0: 'punctuation.definition.mapping.begin.yaml' }),
    endCaptures: scopes({ 0: 'punctuation.definition.mapping.end.yaml' }),
    patterns,
  };
}

/** `[ … ]` */
export function flowSequence(patterns: readonly Rule[]): Rule {
  return {
    name: 'meta.flow.sequence.yaml',
    begin: String.raw`\[`,
    end: String.raw`\]`,
    beginCaptures: scopes({ 0: 'punctuation.definition.sequence.begin.yaml' }),
    endCaptures: scopes({ 0: 'punctuation.definition.sequence.end.yaml' }),
    patterns,
  };
}
