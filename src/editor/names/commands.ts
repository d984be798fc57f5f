/** Every command, by the name that the code uses. A test holds this against package.json. */
export const COMMANDS = {
  runWorkflow: 'flow.runWorkflow',
  runWithoutCache: 'flow.runWithoutCache',
  runTask: 'flow.runTask',
  cancelRun: 'flow.cancelRun',
  approve: 'flow.approve',
  reject: 'flow.reject',
  answer: 'flow.answer',
  resumeRun: 'flow.resumeRun',
  runFromHere: 'flow.runFromHere',
  rerunFailedTasks: 'flow.rerunFailedTasks',
  showGraph: 'flow.showGraph',
  showReport: 'flow.showReport',
  showLog: 'flow.showLog',
  showLogTerminal: 'flow.showLogTerminal',
  showOutput: 'flow.showOutput',
  goToTask: 'flow.goToTask',
  deleteRun: 'flow.deleteRun',
  deleteAllRuns: 'flow.deleteAllRuns',
  clearCache: 'flow.clearCache',
  setSecret: 'flow.setSecret',
  deleteSecret: 'flow.deleteSecret',
  newWorkflow: 'flow.newWorkflow',
} as const;

export type CommandName = keyof typeof COMMANDS;
