import { Disposable, languages, type TextDocument, workspace } from 'vscode';
import type { Analysis } from '../../language/analyze.ts';
import { withSeverities } from '../../model/severities.ts';
import type { Analyses } from '../analyses.ts';
import { createDelays } from '../delays.ts';
import { LANGUAGE } from '../names/identifiers.ts';
import { setting } from '../names/settings.ts';
import type { OtherWorkflows } from '../otherWorkflows.ts';
import type { DiagnosticDocs } from './diagnosticDocs.ts';
import { toVscodeDiagnostic } from './vscodeDiagnostic.ts';

/** A workflow that others run may be typed in; they wait until that pauses. ms */
const DEPENDENT_DELAY = 150;

/** Shows what is wrong with every open workflow, at every key unless a setting says to wait. */
export function showProblems(
  analyses: Analyses,
  others: Pick<OtherWorkflows, 'onChange'>,
  docs: DiagnosticDocs,
): Disposable {
  const problems = languages.createDiagnosticCollection(LANGUAGE);
  const shown = new WeakMap<TextDocument, Analysis>();
  const delays = createDelays<TextDocument>();
  for (const document of workspace.textDocuments) show(document);
  return Disposable.from(
    problems,
    delays,
    workspace.onDidOpenTextDocument(show),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === LANGUAGE) {
        delays.run(document, setting('flow.diagnostics.delay', document), () => show(document));
      }
    }),
    workspace.onDidCloseTextDocument(forget),
    others.onChange(() => each((document) => delays.run(document, DEPENDENT_DELAY, () => show(document)))),
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('flow.diagnostics.severity')) return;
      each((document) => {
        shown.delete(document);
        show(document);
      });
    }),
  );

  async function show(document: TextDocument): Promise<void> {
    if (document.languageId !== LANGUAGE) return;
    const places = await docs();
    if (document.isClosed) return;
    const analysis = analyses(document);
    if (shown.get(document) === analysis) return;
    shown.set(document, analysis);
    const severities = setting('flow.diagnostics.severity', document);
    problems.set(
      document.uri,
      withSeverities(analysis.diagnostics, severities).map((diagnostic) =>
        toVscodeDiagnostic(diagnostic, analysis, document.uri, places),
      ),
    );
  }

  /** Also when a document's language is changed: VS Code closes it and opens it again. */
  function forget(document: TextDocument): void {
    delays.forget(document);
    shown.delete(document);
    problems.delete(document.uri);
  }
}

function each(look: (document: TextDocument) => void): void {
  for (const document of workspace.textDocuments) if (document.languageId === LANGUAGE) look(document);
}
