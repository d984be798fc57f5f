import type { Analysis } from './analyze.ts';
import { anchorCompletions } from './complete/anchors.ts';
import { isInComment } from './complete/comment.ts';
import type { Completion } from './complete/completion.ts';
import { expressionPlace } from './complete/expressionPlace.ts';
import { fileCompletions } from './complete/files.ts';
import { ignoreCompletions } from './complete/ignoreCodes.ts';
import { expressionCompletions } from './complete/inExpression.ts';
import { keyCompletions } from './complete/keys.ts';
import { matrixEntries } from './complete/matrix.ts';
import { moduleWithCompletions } from './complete/moduleWith.ts';
import { nestedWithCompletions } from './complete/nestedWith.ts';
import { outerCompletions } from './complete/outer.ts';
import { hasRoom, type Place } from './complete/place.ts';
import { snippetCompletions } from './complete/snippets.ts';
import { withoutTabs } from './complete/tabs.ts';
import { undeclaredEntries } from './complete/undeclared.ts';
import { valueCompletions } from './complete/values.ts';
import { cursorAt } from './cursor/cursor.ts';
import type { PastRuns } from './pastRuns.ts';
import { schemaAt } from './schemaAt.ts';

export type { Completion } from './complete/completion.ts';

/** The characters after which something can be completed that no word has begun yet. */
export const COMPLETION_TRIGGERS = ['[', ',', '.', '{', ' ', '-', '/', '*', "'", '"'] as const;

/** What could be written at an offset, however broken the file is there; outputs also as earlier runs left them. */
export function complete(analysis: Analysis, offset: number, pastRuns: PastRuns = []): readonly Completion[] {
  const { text } = analysis;
  const expression = expressionPlace(text, offset);
  if (expression !== undefined) return expressionCompletions(analysis, offset, expression, pastRuns);
  const cursor = cursorAt(text, offset);
  if (isInComment(text, offset)) return ignoreCompletions(analysis, offset);
  const place = { analysis, offset, cursor };
  const files = fileCompletions(place);
  if (files !== undefined) return files;
  if (cursor.role === 'text') return [];
  return (
    anchorCompletions(place) ??
    withoutTabs(place, completionsHere) ?? [...completionsHere(place), ...outerCompletions(place)]
  );
}

function completionsHere(place: Place): readonly Completion[] {
  const { cursor } = place;
  const at = schemaAt(cursor.path);
  if (at === undefined) return [...matrixEntries(place), ...nestedWithCompletions(place)];
  if (at.type === 'value' && at.key.type.type === 'json') {
    return [...nestedWithCompletions(place), ...moduleWithCompletions(place)];
  }
  // A map begins on a line of its own, or with a brace.
  const snippets = cursor.role === 'key' ? snippetCompletions(place, at) : [];
  if (at.type === 'value') return [...valueCompletions(place, at.key), ...snippets];
  if (at.type === 'names' && cursor.role === 'key' && hasRoom(place)) {
    return [...undeclaredEntries(place, at.of), ...snippets];
  }
  if (cursor.role !== 'key' || at.type === 'names') return snippets;
  return [...keyCompletions(place, at.schema), ...snippets];
}
