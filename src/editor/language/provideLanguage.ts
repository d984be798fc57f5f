import { Disposable, languages } from 'vscode';
import type { Analyses } from '../analyses.ts';
import { LANGUAGE } from '../names/identifiers.ts';
import { codeLensProvider } from './codeLenses.ts';

/** Gives VS Code what it asks about workflow files, on any file system. */
export function provideLanguage(analyses: Analyses): Disposable {
  return Disposable.from(languages.registerCodeLensProvider(LANGUAGE, codeLensProvider(analyses)));
}
