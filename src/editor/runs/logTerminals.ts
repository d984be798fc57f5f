import { Disposable, EventEmitter, type Pseudoterminal, type Terminal, ThemeIcon, window } from 'vscode';
import { coalesce } from '../coalesce.ts';
import type { HeldRun } from './heldRun.ts';
import type { HeldRuns } from './heldRuns.ts';
import { runLog } from './runLog.ts';

/** Logs of tasks in terminals, with the colours that the tasks wrote. */
export interface LogTerminals extends Disposable {
  /** Opens the log of a task, or brings it to the front where it is open. */
  show(held: HeldRun, task: string): void;
}

export function createLogTerminals(runs: Pick<HeldRuns, 'onNews' | 'onListChange'>): LogTerminals {
  const open = new Map<string, Terminal>();
  const closing = window.onDidCloseTerminal((closed) => {
    for (const [key, terminal] of open) if (terminal === closed) open.delete(key);
  });
  return {
    show(held, task) {
      const key = `${held.run.id} ${task}`;
      const terminal = open.get(key) ?? openTerminal(held, task);
      open.set(key, terminal);
      terminal.show(true);
    },
    dispose() {
      closing.dispose();
      for (const terminal of open.values()) terminal.dispose();
    },
  };

  function openTerminal(held: HeldRun, task: string): Terminal {
    const iconPath = new ThemeIcon('output');
    return window.createTerminal({
      name: `Flow: ${task}`,
      pty: logTerminal(runs, held, task),
      iconPath,
      isTransient: true,
    });
  }
}

/** How often an open terminal follows its task, ms. */
const FOLLOW = 200;

const CLEAR = '\u001b[2J\u001b[3J\u001b[H';
const RESET = '\u001b[0m';

/** A terminal that shows what a task wrote, follows it while it runs, and takes no input. */
export function logTerminal(
  runs: Pick<HeldRuns, 'onNews' | 'onListChange'>,
  held: HeldRun,
  task: string,
): Pseudoterminal {
  const write = new EventEmitter<string>();
  let shown = '';
  const refresh = coalesce(FOLLOW, () => void follow());
  const parts = Disposable.from(
    write,
    refresh,
    runs.onListChange(refresh.request),
    runs.onNews(({ held: other, event }) => {
      if (other === held && 'task' in event && event.task === task) refresh.request();
    }),
  );
  return {
    onDidWrite: write.event,
    open: refresh.request,
    close: () => parts.dispose(),
  };

  async function follow(): Promise<void> {
    const state = held.run.tasks.get(task);
    const text = state === undefined ? 'This run is no longer kept.\n' : await runLog(held, state);
    if (text === shown) return;
    // What is left out of a long log moves on while it grows.
    const goesOn = shown !== '' && text.startsWith(shown);
    const news = goesOn ? text.slice(shown.length) : text;
    shown = text;
    write.fire(`${goesOn ? '' : CLEAR}${news.replaceAll('\n', '\r\n')}${RESET}`);
  }
}
