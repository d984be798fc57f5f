import type { HostMessage, ViewMessage } from './protocol.ts';
import { readHostMessage } from './readHostMessage.ts';
import { readViewState, type ViewState } from './viewState.ts';

/** What VS Code gives a webview's scripts, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** The editor behind the view. */
export interface Host {
  /** The URI of the workflow's file. */
  readonly file: string | undefined;
  post(message: ViewMessage): void;
  /** Calls back with each message that is one; anything else is passed over. */
  listen(receive: (message: HostMessage) => void): void;
  /** What the view looked like before it was hidden or the window reloaded. */
  readonly before: ViewState;
  remember(state: ViewState): void;
}

/** `file` is kept beside the state: it is how the editor knows again whose graph a page was. */
export function connectHost(file: string | undefined): Host {
  const api = acquireVsCodeApi();
  const before = readViewState(api.getState());
  const remember = (state: ViewState) => api.setState({ ...state, file });
  // At once: without the file VS Code couldn't restore the view.
  remember(before);
  return {
    file,
    post: (message) => api.postMessage(message),
    listen(receive) {
      window.addEventListener('message', ({ data }) => {
        const message = readHostMessage(data);
        if (message !== undefined) receive(message);
      });
    },
    before,
    remember,
  };
}
