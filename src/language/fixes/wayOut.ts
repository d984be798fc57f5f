import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Analysis } from '../analyze.ts';
import type { Edit, FileEdits } from '../edit.ts';
import type { Steps } from '../stepsTo.ts';

/** A diagnostic, and where in the file it stands. */
export interface Problem {
  readonly analysis: Analysis;
  readonly diagnostic: Diagnostic;
  readonly place: Steps;
  readonly once: Once;
}

/** Finds something out once for all the problems of a file that are looked at together. */
export type Once = <T>(what: string, find: () => T) => T;

export function createOnce(): Once {
  const known = new Map<string, unknown>();
  return <T>(what: string, find: () => T): T => {
    if (!known.has(what)) known.set(what, find());
    return known.get(what) as T;
  };
}

/** A fix that may come to nothing: where one of its edits can't be made, it isn't offered. */
export interface Draft {
  readonly title: string;
  readonly edits: readonly (Edit | undefined)[];
  /** What was most likely meant; false where nothing is said. */
  readonly preferred?: boolean;
  readonly others?: readonly FileEdits[];
}

/** The ways out of a problem that one kind of change gives. */
export type WayOut = (problem: Problem) => Iterable<Draft>;
