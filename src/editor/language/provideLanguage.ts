import { Disposable, languages } from 'vscode';
import type { Analyses } from '../analyses.ts';
import { LANGUAGE } from '../names/identifiers.ts';
import { codeLensProvider } from './codeLenses.ts';
import { definitionProvider } from './definitions.ts';
import { hoverProvider } from './hovers.ts';
import { referenceProvider } from './references.ts';
import { symbolProvider } from './symbols.ts';

/** Gives VS Code what it asks about workflow files, on any file system. */
export function provideLanguage(analyses: Analyses): Disposable {
  return Disposable.from(
    languages.registerHoverProvider(LANGUAGE, hoverProvider(analyses)),
    languages.registerDefinitionProvider(LANGUAGE, definitionProvider(analyses)),
    languages.registerReferenceProvider(LANGUAGE, referenceProvider(analyses)),
    languages.registerDocumentSymbolProvider(LANGUAGE, symbolProvider(analyses)),
    languages.registerCodeLensProvider(LANGUAGE, codeLensProvider(analyses)),
  );
}
