import type { Feature } from './feature.ts';
import { codeActions } from './features/codeActions.ts';
import { codeLenses } from './features/codeLenses.ts';
import { completions } from './features/completions.ts';
import { definitions } from './features/definitions.ts';
import { formatting } from './features/formatting.ts';
import { highlightsOf } from './features/highlights.ts';
import { hovers } from './features/hovers.ts';
import { inlayHintsOf } from './features/inlayHints.ts';
import { links } from './features/links.ts';
import { referencesOf } from './features/references.ts';
import { signatures } from './features/signatures.ts';
import { semanticTokensOf } from './features/semanticTokens.ts';
import { symbols } from './features/symbols.ts';

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
];
