import { Disposable, languages } from 'vscode';
import { COMPLETION_TRIGGERS } from '../../language/complete.ts';
import { SIGNATURE_TRIGGERS } from '../../language/signature.ts';
import type { Analyses } from '../analyses.ts';
import { LANGUAGE } from '../names/identifiers.ts';
import type { HeldRuns } from '../runs/heldRuns.ts';
import type { WorkflowFiles } from '../workflowFiles.ts';
import { callHierarchyProvider } from './callHierarchy.ts';
import { CODE_ACTION_KINDS, codeActionProvider } from './codeActions.ts';
import { provideCodeLenses } from './codeLenses.ts';
import { completionProvider } from './completions.ts';
import { definitionProvider } from './definitions.ts';
import { createEditorWorkspace } from './editorWorkspace.ts';
import { foldingProvider } from './folding.ts';
import { provideFormatting } from './formatting.ts';
import { highlightProvider } from './highlights.ts';
import { hoverProvider } from './hovers.ts';
import { provideInlayHints } from './inlayHints.ts';
import { linkedEditingProvider } from './linkedEditing.ts';
import { linkProvider } from './links.ts';
import { followMovedFiles } from './movedFiles.ts';
import { providePasteTasks } from './pasteTasks.ts';
import { referenceProvider } from './references.ts';
import { renameProvider } from './renames.ts';
import { selectionProvider } from './selectionRanges.ts';
import { provideSemanticTokens } from './semanticTokens.ts';
import { signatureProvider } from './signatures.ts';
import { symbolProvider } from './symbols.ts';
import { workspaceSymbolProvider } from './workspaceSymbols.ts';

/** Gives VS Code what it asks about workflow files, on any file system. */
export function provideLanguage(analyses: Analyses, runs: HeldRuns, files: WorkflowFiles): Disposable {
  const workspace = createEditorWorkspace(files);
  return Disposable.from(
    languages.registerCompletionItemProvider(
      LANGUAGE,
      completionProvider(analyses, runs),
      ...COMPLETION_TRIGGERS,
    ),
    languages.registerSignatureHelpProvider(LANGUAGE, signatureProvider(analyses), ...SIGNATURE_TRIGGERS),
    languages.registerHoverProvider(LANGUAGE, hoverProvider(analyses, runs)),
    languages.registerDefinitionProvider(LANGUAGE, definitionProvider(analyses)),
    languages.registerReferenceProvider(LANGUAGE, referenceProvider(analyses, workspace)),
    languages.registerWorkspaceSymbolProvider(workspaceSymbolProvider(workspace)),
    languages.registerCallHierarchyProvider(LANGUAGE, callHierarchyProvider(analyses, workspace)),
    languages.registerLinkedEditingRangeProvider(LANGUAGE, linkedEditingProvider(analyses)),
    languages.registerFoldingRangeProvider(LANGUAGE, foldingProvider(analyses)),
    languages.registerSelectionRangeProvider(LANGUAGE, selectionProvider(analyses)),
    languages.registerRenameProvider(LANGUAGE, renameProvider(analyses, workspace)),
    languages.registerDocumentHighlightProvider(LANGUAGE, highlightProvider(analyses)),
    languages.registerDocumentLinkProvider(LANGUAGE, linkProvider(analyses)),
    languages.registerDocumentSymbolProvider(LANGUAGE, symbolProvider(analyses)),
    languages.registerCodeActionsProvider(LANGUAGE, codeActionProvider(analyses), CODE_ACTION_KINDS),
    followMovedFiles(workspace),
    provideFormatting(analyses),
    providePasteTasks(analyses),
    provideCodeLenses(analyses, runs),
    provideInlayHints(analyses, runs),
    provideSemanticTokens(analyses),
  );
}
