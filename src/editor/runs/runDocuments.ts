import { Disposable, EventEmitter, Uri, workspace } from 'vscode';
import { plainPaint } from '../../report/paint.ts';
import { reportText } from '../../report/reportText.ts';
import { summarize } from '../../report/summary.ts';
import { coalesce } from '../coalesce.ts';
import { RUN_DOCUMENT } from '../names/identifiers.ts';
import type { HeldRun } from './heldRun.ts';
import type { HeldRuns } from './heldRuns.ts';
import { runLog } from './runLog.ts';

/** The report of a run, as a read-only document. */
export function reportUri({ run }: HeldRun): Uri {
  return Uri.from({
    scheme: RUN_DOCUMENT,
    path: `/${run.id}/${run.plan.name.replaceAll('/', ' ')} report.txt`,
  });
}

/** What a task wrote in a run, as a read-only document. */
export function logUri({ run }: HeldRun, task: string): Uri {
  return Uri.from({ scheme: RUN_DOCUMENT, path: `/${run.id}/${task}.log`, query: task });
}

/** How often an open document follows its run, ms. */
const FOLLOW = 200;

/** Serves the documents, and refreshes open ones while their run goes on. */
export function provideRunDocuments(runs: HeldRuns): Disposable {
  const change = new EventEmitter<Uri>();
  const changed = new Set<string>();
  const refresh = coalesce(FOLLOW, () => {
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme === RUN_DOCUMENT && changed.has(runOf(uri))) change.fire(uri);
    }
    changed.clear();
  });
  const news = runs.onNews(({ held }) => {
    changed.add(held.run.id);
    refresh.request();
  });
  const provider = workspace.registerTextDocumentContentProvider(RUN_DOCUMENT, {
    onDidChange: change.event,
    async provideTextDocumentContent(uri) {
      await runs.readEarlier();
      const held = runs.find(runOf(uri));
      if (held === undefined) return 'This run is no longer kept.\n';
      if (uri.query === '') return reportText(summarize(held.run), plainPaint);
      const task = held.run.tasks.get(uri.query);
      return task === undefined ? '' : runLog(held, task);
    },
  });
  return Disposable.from(change, refresh, news, provider);
}

function runOf(uri: Uri): string {
  return uri.path.split('/')[1] ?? '';
}
