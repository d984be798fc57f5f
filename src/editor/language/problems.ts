import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  Disposable,
  Location,
  languages,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import type { Analysis } from '../../language/analyze.ts';
import type * as model from '../../model/diagnostic.ts';
import { withSeverities } from '../../model/severities.ts';
import type { Analyses } from '../analyses.ts';
import { LANGUAGE } from '../names/identifiers.ts';
import { setting } from '../names/settings.ts';
import type { OtherWorkflows } from '../otherWorkflows.ts';
import { toRange } from '../places.ts';
import type { DiagnosticDocs } from './diagnosticDocs.ts';

/** Shows what is wrong with every open workflow, shortly after the typing stops. */
export function showProblems(
  analyses: Analyses,
  others: Pick<OtherWorkflows, 'onChange'>,
  docs: DiagnosticDocs,
): Disposable {
  const problems = languages.createDiagnosticCollection(LANGUAGE);
  const waiting = new Map<string, NodeJS.Timeout>();
  for (const document of workspace.textDocuments) show(document);
  return Disposable.from(
    problems,
    workspace.onDidOpenTextDocument(show),
    workspace.onDidChangeTextDocument(({ document }) => showSoon(document)),
    workspace.onDidCloseTextDocument(forget),
    others.onChange(showAll),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('flow.diagnostics.severity')) showAll();
    }),
    {
      dispose: () => {
        for (const timer of waiting.values()) clearTimeout(timer);
      },
    },
  );

  /** Where a workflow changed, one of them may run it; those that don't are found as they were. */
  function showAll(): void {
    for (const document of workspace.textDocuments) showSoon(document);
  }

  function showSoon(document: TextDocument): void {
    if (document.languageId !== LANGUAGE) return;
    const key = String(document.uri);
    clearTimeout(waiting.get(key));
    const delay = setting('flow.diagnostics.delay', document);
    waiting.set(
      key,
      setTimeout(() => show(document), delay),
    );
  }

  async function show(document: TextDocument): Promise<void> {
    if (document.languageId !== LANGUAGE) return;
    waiting.delete(String(document.uri));
    const places = await docs();
    if (document.isClosed) return;
    const analysis = analyses(document);
    const severities = setting('flow.diagnostics.severity', document);
    problems.set(
      document.uri,
      withSeverities(analysis.diagnostics, severities).map((diagnostic) =>
        toVscode(diagnostic, analysis, document.uri, places),
      ),
    );
  }

  /** Also when a document's language is changed: VS Code closes it and opens it again. */
  function forget({ uri }: TextDocument): void {
    clearTimeout(waiting.get(String(uri)));
    waiting.delete(String(uri));
    problems.delete(uri);
  }
}

const SEVERITIES: Readonly<Record<model.Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

function toVscode(
  { code, severity, message, range, related }: model.Diagnostic,
  { lines }: Analysis,
  uri: Uri,
  docs: (code: model.DiagnosticCode) => Uri,
): Diagnostic {
  const shown = new Diagnostic(toRange(lines, range), message, SEVERITIES[severity]);
  shown.source = 'flow';
  // Faded, as it is elsewhere in the editor.
  if (code.startsWith('unused-')) shown.tags = [DiagnosticTag.Unnecessary];
  shown.code = { value: code, target: docs(code) };
  shown.relatedInformation = related.map(
    (place) =>
      new DiagnosticRelatedInformation(new Location(uri, toRange(lines, place.range)), place.message),
  );
  return shown;
}
