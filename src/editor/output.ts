import { type Disposable, window } from 'vscode';
import { coalesce } from './coalesce.ts';

/** The channel "Flow" in the Output panel. */
export interface Output extends Disposable {
  /** Takes whole lines. What is appended in one turn of the event loop reaches the window as one message. */
  append(text: string): void;
  /** Opens the panel and leaves the cursor where it is. */
  show(): void;
}

export function createOutput(): Output {
  const channel = window.createOutputChannel('Flow', 'log');
  let pending: string[] = [];
  const flushSoon = coalesce(0, flush);
  return {
    append(text) {
      pending.push(text);
      flushSoon.request();
    },
    show() {
      channel.show(true);
    },
    dispose() {
      flushSoon.dispose();
      channel.dispose();
    },
  };

  function flush(): void {
    channel.append(pending.join(''));
    pending = [];
  }
}
