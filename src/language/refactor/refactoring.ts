import type { FileEdits } from '../edit.ts';

/** A change that keeps what the workflow means. */
export type Refactoring = Offer & (Done | Refused);

interface Offer {
  readonly title: string;
  /** `extract` makes something of its own of a part, `inline` the reverse, `move` changes an order. */
  readonly kind: 'extract' | 'inline' | 'rewrite' | 'move';
}

interface Done {
  readonly files: readonly FileEdits[];
}

/** It was asked for, and would change what the workflow means. */
interface Refused {
  /** Why, in a sentence. */
  readonly refusal: string;
}
