import type { Handlers } from '../boundary.ts';
import type { Parts } from '../parts.ts';
import { rerunFailedTasks, resumeRun, runFromHere } from './againCommands.ts';
import { answer, approve, reject } from './approvalCommands.ts';
import { clearCache, deleteAllRuns, deleteRun } from './deleteCommands.ts';
import { newWorkflow } from './newWorkflow.ts';
import { cancelRun, runTask, runWithoutCache, runWorkflow } from './runCommands.ts';
import { deleteSecret, setSecret } from './secretCommands.ts';
import { goToTask, showGraph, showLog, showLogTerminal, showReport } from './showCommands.ts';

/** What each command does. */
export function handlersOf(parts: Parts): Handlers {
  return {
    runWorkflow: (target) => runWorkflow(parts, target),
    runWithoutCache: (target) => runWithoutCache(parts, target),
    runTask: (target) => runTask(parts, target),
    cancelRun: (target) => cancelRun(parts, target),
    approve: (target) => approve(parts, target),
    reject: (target) => reject(parts, target),
    answer: (target) => answer(parts, target),
    resumeRun: (target) => resumeRun(parts, target),
    runFromHere: (target) => runFromHere(parts, target),
    rerunFailedTasks: (target) => rerunFailedTasks(parts, target),
    showGraph: (target) => showGraph(parts, target),
    showReport: (target) => showReport(parts, target),
    showLog: (target) => showLog(parts, target),
    showLogTerminal: (target) => showLogTerminal(parts, target),
    showOutput: async () => parts.output.show(),
    goToTask: (target) => goToTask(parts, target),
    deleteRun: (target) => deleteRun(parts, target),
    deleteAllRuns: (target) => deleteAllRuns(parts, target),
    clearCache: () => clearCache(parts),
    setSecret: (target) => setSecret(parts, target),
    deleteSecret: (target) => deleteSecret(parts, target),
    newWorkflow: (target) => newWorkflow(target),
  };
}
