import type { Range } from '../../model/text.ts';

/** A piece of a file that isn't blank. Between one and the next there are blanks and line breaks alone. */
export interface Leaf extends Range {
  readonly kind: LeafKind;
  /** Whose column it takes where it begins a line. */
  readonly level: Level;
}

export type LeafKind =
  /** `---`, `...`, a directive, a byte order mark */
  | 'mark'
  | 'comment'
  /** `-` and `?` */
  | 'indicator'
  | 'colon'
  | 'comma'
  | 'open'
  | 'close'
  | 'alias'
  /** An anchor or a tag. */
  | 'property'
  | 'scalar'
  /** `|` or `>` and what goes with it; the lines behind it are `lines`, from the beginning of the first one on. */
  | 'header'
  | 'lines';

/** What stands in one column. */
export type Level =
  | { readonly kind: 'file' }
  /** The keys of a map, or the items of a list. `parent` is the one around it. */
  | BlockLevel
  /** What belongs to a key or an item, and stands on a line of its own. */
  | { readonly kind: 'below'; readonly parent: BlockLevel }
  /** What stands between brackets. `around` is where the bracket that opens them would stand. */
  | { readonly kind: 'flow'; readonly around: Level };

export interface BlockLevel {
  readonly kind: 'block';
  readonly parent: BlockLevel | undefined;
  /** From its first leaf to behind its last one. */
  readonly range: Range;
}

/** The map or list that something on a level stands in. */
export function blockOf(level: Level): BlockLevel | undefined {
  switch (level.kind) {
    case 'file':
      return undefined;
    case 'block':
      return level;
    case 'below':
      return level.parent;
    case 'flow':
      return blockOf(level.around);
  }
}
