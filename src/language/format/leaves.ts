import { type CST, Parser } from 'yaml';
import { lexemesOf } from '../source/lexemes.ts';
import { linesOfBlock } from './blockLines.ts';
import type { BlockLevel, Leaf, LeafKind, Level } from './leaf.ts';

/** A text as a row of leaves; `undefined` where it isn't YAML throughout. */
export function leavesOf(text: string): readonly Leaf[] | undefined {
  const leaves: Leaf[] = [];
  const file: Level = { kind: 'file' };
  let isBroken = false;
  const parser = new Parser();
  for (const lexeme of lexemesOf(text, () => broken()))
    for (const token of parser.next(lexeme)) walk(token, file, undefined);
  for (const token of parser.end()) walk(token, file, undefined);
  return isBroken ? undefined : leaves;

  function broken(): void {
    isBroken = true;
  }

  /** `level` is where the token stands if it begins a line, `block` what it stands in. */
  function walk(token: CST.Token, level: Level, block: BlockLevel | undefined): void {
    switch (token.type) {
      case 'document':
        for (const each of token.start) add(each, level);
        if (token.value !== undefined) walk(token.value, level, block);
        for (const each of token.end ?? []) add(each, level);
        return;
      case 'alias':
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        put(token.type === 'alias' ? 'alias' : 'scalar', token.offset, token.source, level);
        for (const each of token.end ?? []) add(each, level);
        return;
      case 'block-scalar':
        walkBlockScalar(token, level);
        return;
      case 'block-map':
      case 'block-seq':
        walkBlock(token, block);
        return;
      case 'flow-collection':
        walkFlow(token, level, block);
        return;
      case 'directive':
      case 'doc-end':
        put('mark', token.offset, token.source, level);
        if (token.type === 'doc-end') for (const each of token.end ?? []) add(each, level);
        return;
      case 'error':
        broken();
        return;
      default:
        add(token, level);
    }
  }

  function walkBlock(token: CST.BlockMap | CST.BlockSequence, parent: BlockLevel | undefined): void {
    const range = { start: 0, end: 0 };
    const block: BlockLevel = { kind: 'block', parent, range };
    const below: Level = { kind: 'below', parent: block };
    const first = leaves.length;
    for (const item of token.items) {
      for (const each of item.start) add(each, block);
      const isExplicit = item.start.some(({ type }) => type === 'explicit-key-ind');
      if (item.key) walkKey(item.key, isExplicit ? below : block, block);
      for (const each of item.sep ?? []) add(each, each.type === 'map-value-ind' ? block : below);
      if (item.value) walk(item.value, below, block);
    }
    const solid = leaves.slice(first).filter(({ kind }) => kind !== 'comment');
    range.start = solid[0]?.start ?? token.offset;
    range.end = solid.at(-1)?.end ?? range.start;
  }

  function walkFlow(token: CST.FlowCollection, around: Level, block: BlockLevel | undefined): void {
    const flow: Level = { kind: 'flow', around };
    put('open', token.start.offset, token.start.source, around);
    for (const item of token.items) {
      for (const each of item.start) add(each, flow);
      if (item.key) walkKey(item.key, flow, block);
      for (const each of item.sep ?? []) add(each, flow);
      if (item.value) walk(item.value, flow, block);
    }
    for (const each of token.end) add(each, flow);
  }

  /** A key that is a map or a list is a fault, and nothing is known of what it holds. */
  function walkKey(token: CST.Token, level: Level, block: BlockLevel | undefined): void {
    if (token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection')
      broken();
    else walk(token, level, block);
  }

  function walkBlockScalar(token: CST.BlockScalar, level: Level): void {
    let header = '';
    for (const each of token.props) {
      if (each.type === 'block-scalar-header') header = each.source;
      if ('source' in each) walk(each, level, undefined);
    }
    const lines = linesOfBlock(text, token, header);
    if (lines !== undefined) leaves.push({ kind: 'lines', ...lines, level });
  }

  function add(token: CST.SourceToken, level: Level): void {
    const kind = Object.hasOwn(KINDS, token.type) ? KINDS[token.type] : undefined;
    if (kind !== undefined) put(kind, token.offset, token.source, level);
    else if (token.type !== 'space' && token.type !== 'newline' && token.type !== 'doc-mode') broken();
  }

  function put(kind: LeafKind, start: number, source: string, level: Level): void {
    const { length } = kind === 'comment' ? source.trimEnd() : source;
    if (length > 0) leaves.push({ kind, start, end: start + length, level });
  }
}

const KINDS: Readonly<Record<string, LeafKind>> = {
  'byte-order-mark': 'mark',
  'doc-start': 'mark',
  comment: 'comment',
  anchor: 'property',
  tag: 'property',
  'seq-item-ind': 'indicator',
  'explicit-key-ind': 'indicator',
  'map-value-ind': 'colon',
  comma: 'comma',
  'flow-map-start': 'open',
  'flow-seq-start': 'open',
  'flow-map-end': 'close',
  'flow-seq-end': 'close',
  'block-scalar-header': 'header',
};
