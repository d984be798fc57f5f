import type { LiveRun } from '../orchestrator/liveRun.ts';
import type { RunView } from './runView.ts';

/** The signals that end a run, and the exit codes that tell of them: 128 and the signal's number. */
const ENDING = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

type EndingSignal = keyof typeof ENDING;

export interface SignalWatch {
  /** The exit code of the first signal that came, if one did. */
  readonly code: number | undefined;
  /** Hands over the run that was being started: what came before it counts. */
  begun(run: LiveRun): void;
  end(): void;
}

/**
 * To be called before a run is started, since its first tasks run before it is handed over, and would stay behind.
 * The first signal cancels cleanly, the second kills the tasks at once, the third gives up waiting for anything.
 * Ctrl-Z hands the terminal back for as long as it lasts.
 */
export function watchSignals(view: RunView): SignalWatch {
  let live: LiveRun | undefined;
  let count = 0;
  let code: number | undefined;
  const ending = (signal: EndingSignal): void => {
    count++;
    code ??= ENDING[signal];
    if (count > 2) process.exit(code);
    view.say(count > 1 ? 'Killing what still runs.' : `Cancelling: tasks are asked to end.${hint(signal)}`);
    live?.cancel('person');
  };
  const stopped = (): void => {
    view.suspend();
    process.kill(process.pid, 'SIGSTOP');
  };
  // Ctrl-\ leaves no time for anything, but what runs is killed on the way out.
  const quit = (): void => process.exit(131);
  process.on('SIGQUIT', quit);
  const signals = Object.keys(ENDING) as readonly EndingSignal[];
  for (const signal of signals) process.on(signal, ending);
  process.on('SIGTSTP', stopped);
  process.on('SIGCONT', view.resume);
  return {
    get code() {
      return code;
    },
    begun(run) {
      live = run;
      for (let i = 0; i < count; i++) run.cancel('person');
    },
    end() {
      for (const signal of signals) process.off(signal, ending);
      process.off('SIGQUIT', quit);
      process.off('SIGTSTP', stopped);
      process.off('SIGCONT', view.resume);
    },
  };
}

function hint(signal: EndingSignal): string {
  return signal === 'SIGINT' ? ' Press Ctrl-C again to kill them.' : '';
}
