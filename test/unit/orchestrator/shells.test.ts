import { deepEqual, equal } from 'node:assert/strict';
import { shellCommand } from '../../../src/orchestrator/runners/shells.ts';

describe('shells', () => {
  const commandLine = (shell: string | undefined, platform: NodeJS.Platform = 'linux'): string => {
    const { program, args, extension } = shellCommand(shell, platform);
    return [program, ...args(`script${extension}`, 'text')].join(' ');
  };

  it('knows the shells by name, and the default of each platform', () => {
    deepEqual(
      [undefined, 'bash', 'python', 'node', 'pwsh'].map((shell) => commandLine(shell)),
      [
        'sh -e script.sh',
        'bash --noprofile --norc -eo pipefail script.sh',
        'python3 script.py',
        'node --eval text',
        'pwsh -NoLogo -NoProfile -NonInteractive -File script.ps1',
      ],
    );
    equal(commandLine(undefined, 'win32'), 'cmd /D /E:ON /V:OFF /C script.cmd');
    equal(commandLine('python', 'win32'), 'python script.py');
  });

  it("puts the file where a command of one's own says, or at its end", () => {
    equal(commandLine('perl -w {0} --last'), 'perl -w script --last');
    equal(commandLine('ruby'), 'ruby script');
    deepEqual(shellCommand('"my shell" -x \'a b\' {0}', 'linux').args('f', ''), ['-x', 'a b', 'f']);
    equal(shellCommand('"my shell" {0}', 'linux').program, 'my shell');
  });
});
