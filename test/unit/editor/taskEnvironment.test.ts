import { deepEqual } from 'node:assert/strict';
import { taskEnvironment } from '../../../src/editor/runs/taskEnvironment.ts';

describe('the environment of tasks', () => {
  it("is the extension host's, without what VS Code put there for itself", () => {
    deepEqual(
      taskEnvironment({ PATH: '/bin', ELECTRON_RUN_AS_NODE: '1', VSCODE_PID: '7', MY_VSCODE_PATH: 'x' }),
      { PATH: '/bin', MY_VSCODE_PATH: 'x' },
    );
  });
});
