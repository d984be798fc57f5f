import type { Feature } from './feature.ts';
import { callHierarchy } from './features/callHierarchy.ts';
import { codeActions } from './features/codeActions.ts';
import { codeLenses } from './features/codeLenses.ts';
import { completions } from './features/completions.ts';
import { definitions } from './features/definitions.ts';
import { folding } from './features/folding.ts';
import { formatting } from './features/formatting.ts';
import { highlightsOf } from './features/highlights.ts';
import { hovers } from './features/hovers.ts';
import { inlayHintsOf } from './features/inlayHints.ts';
import { linkedEditing } from './features/linkedEditing.ts';
import { links } from './features/links.ts';
import { movedFiles } from './features/movedFiles.ts';
import { referencesOf } from './features/references.ts';
import { renames } from './features/renames.ts';
import { selectionRanges } from './features/selectionRanges.ts';
import { semanticTokensOf } from './features/semanticTokens.ts';
import { signatures } from './features/signatures.ts';
import { symbols } from './features/symbols.ts';
import { workspaceSymbolsOf } from './features/workspaceSymbols.ts';

/** All that the server can do, but for diagnostics. */
export const FEATURES: readonly Feature[] = [
  completions,
  hovers,
  definitions,
  referencesOf,
  highlightsOf,
  links,
  signatures,
  symbols,
  codeActions,
  formatting,
  semanticTokensOf,
  inlayHintsOf,
  codeLenses,
  renames,
  folding,
  selectionRanges,
  linkedEditing,
  callHierarchy,
  workspaceSymbolsOf,
  movedFiles,
];
