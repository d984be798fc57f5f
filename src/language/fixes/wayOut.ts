import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Analysis } from '../analyze.ts';
import type { Edit, FileEdits } from '../edit.ts';
import type { Steps } from '../stepsTo.ts';

/** A diagnostic, and where in the file it stands. */
export interface Problem {
  readonly analysis: Analysis;
  readonly diagnostic: Diagnostic;
  readonly place: Steps;
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
