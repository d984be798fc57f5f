import type { Answer } from '../model/workflow.ts';

/** What keys do in the view. */
export interface KeyActions {
  /** The node that has the focus. */
  focused(): string | undefined;
  /** Takes an arrow key, Home or End; returns whether it was one of these. */
  walk(from: string, key: string): boolean;
  reveal(task: string): void;
  showLog(task: string): void;
  /** Goes to where a task is answered; returns whether it asks anything. */
  answer(task: string, answer: Answer): boolean;
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
}

/** Listens to the whole page; leaves alone what VS Code has combinations of keys for. */
export function listenToKeys(actions: KeyActions): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (handle(event.key, actions)) event.preventDefault();
  });
}

function handle(key: string, actions: KeyActions): boolean {
  const task = actions.focused();
  if (task !== undefined && onNode(key, task, actions)) return true;
  switch (key) {
    case '+':
    case '=':
      actions.zoomIn();
      return true;
    case '-':
      actions.zoomOut();
      return true;
    case '0':
      actions.fit();
      return true;
    default:
      return false;
  }
}

function onNode(key: string, task: string, actions: KeyActions): boolean {
  switch (key) {
    case 'Enter':
    case ' ':
      actions.reveal(task);
      return true;
    case 'l':
    case 'L':
      actions.showLog(task);
      return true;
    case 'a':
    case 'A':
      return actions.answer(task, 'approve');
    case 'r':
    case 'R':
      return actions.answer(task, 'reject');
    default:
      return actions.walk(task, key);
  }
}
