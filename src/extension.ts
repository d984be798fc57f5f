import { join } from 'node:path';
import { type ExtensionContext, extensions } from 'vscode';
import { createAnalyses } from './editor/analyses.ts';
import { announceRuns } from './editor/announcements.ts';
import { EXTENSION, type FlowApi } from './editor/api.ts';
import { askPeople } from './editor/approvals/askPeople.ts';
import { showWaiting } from './editor/approvals/waitingStatus.ts';
import { registerCommands } from './editor/boundary.ts';
import { handlersOf } from './editor/commands/handlers.ts';
import { createGraphs } from './editor/graph/graphs.ts';
import { diagnosticDocs } from './editor/language/diagnosticDocs.ts';
import { showProblems } from './editor/language/problems.ts';
import { provideLanguage } from './editor/language/provideLanguage.ts';
import { watchOtherWorkflows } from './editor/otherWorkflows.ts';
import { createOutput } from './editor/output.ts';
import { keepRunContext } from './editor/runContext.ts';
import { writeRuns } from './editor/runOutput.ts';
import { createDrivenMarks } from './editor/runs/drivenMarks.ts';
import { createHeldRuns } from './editor/runs/heldRuns.ts';
import { keepHistory } from './editor/runs/keepHistory.ts';
import { createLogTerminals } from './editor/runs/logTerminals.ts';
import { offerResume } from './editor/runs/offerResume.ts';
import { createRunCaches } from './editor/runs/runCaches.ts';
import { provideRunDocuments } from './editor/runs/runDocuments.ts';
import { createRunPlaces } from './editor/runs/runPlaces.ts';
import { startRun } from './editor/runs/startRun.ts';
import { createSecretStore } from './editor/secrets/secretStore.ts';
import { showStatusBar } from './editor/statusBar.ts';
import { showWorkflowTree } from './editor/tree/workflowTree.ts';
import { createWorkflowFiles } from './editor/workflowFiles.ts';

export function activate(context: ExtensionContext): FlowApi {
  const { extensionUri, globalStorageUri, secrets, storageUri, subscriptions } = context;
  const others = watchOtherWorkflows();
  const analyses = createAnalyses(others);
  const files = createWorkflowFiles();
  const output = createOutput();
  const storage = (storageUri ?? globalStorageUri).fsPath;
  const places = createRunPlaces(storage);
  const runs = createHeldRuns(places);
  const graphs = createGraphs(analyses, runs, extensionUri);
  const terminals = createLogTerminals(runs);
  const kept = { caches: createRunCaches(places), places, secrets: createSecretStore(secrets) };
  const parts = { analyses, files, graphs, output, runs, terminals, ...kept };
  subscriptions.push(files, others, output, runs, graphs, terminals);
  subscriptions.push(registerCommands(handlersOf(parts), output));
  subscriptions.push(showProblems(analyses, others, diagnosticDocs(extensionUri)));
  subscriptions.push(provideLanguage(analyses, runs, files));
  subscriptions.push(showWorkflowTree(runs, files), provideRunDocuments(runs), showStatusBar(runs));
  subscriptions.push(writeRuns(runs, output), announceRuns(runs, output), keepRunContext(runs));
  subscriptions.push(showWaiting(runs), askPeople(runs, output), keepHistory(runs, output));
  subscriptions.push(offerResume(runs, createDrivenMarks(join(storage, 'driven')), output));
  return { startRun: (request) => startRun(parts, request), runs };
}

/** VS Code waits a few seconds for this; what still runs is stopped. */
export async function deactivate(): Promise<void> {
  await extensions.getExtension<FlowApi>(EXTENSION)?.exports.runs.shutDown();
}
