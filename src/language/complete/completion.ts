import type { Range } from '../../model/text.ts';

/** Something that could be written at a place. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'function' | 'task' | 'output' | 'file' | 'folder' | 'snippet';
  readonly detail?: string;
  /** Markdown */
  readonly documentation?: string;
  /** What it belongs to, where that isn't what the cursor is in but something around it: "task build". */
  readonly owner?: string;
  readonly insertText: string;
  /** `insertText` has the places and choices of a TextMate snippet. */
  readonly isSnippet?: boolean;
  /** What is to be written next can be completed too: it should be offered at once. */
  readonly opens?: boolean;
  /** What `insertText` replaces: on one line, and the offset is in it. */
  readonly range: Range;
  /** What is typed is held against this; absent where it is held against the label. */
  readonly filterText?: string;
  /** Orders completions where the label doesn't. */
  readonly sortText?: string;
}

/** So that completions stay in this order. */
export function inOrder(index: number): string {
  return String(index).padStart(5, '0');
}
