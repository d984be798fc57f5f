import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  Message,
  ResponseError,
} from 'vscode-languageserver/node';

/**
 * Holds an editor to the order of the protocol: nothing before `initialize`, which comes once, and nothing but `exit`
 * after `shutdown`. Requests out of order are answered with an error, notifications are dropped.
 */
export function keepOrder(): ConnectionOptions & { listen(connection: Connection): void } {
  let state: 'new' | 'begun' | 'shut down' = 'new';
  return {
    messageStrategy: {
      handleMessage(message, next) {
        const method =
          Message.isRequest(message) || Message.isNotification(message) ? message.method : undefined;
        const isBeginning = method === 'initialize';
        const isInOrder = state === 'begun' ? !isBeginning : state === 'new' && isBeginning;
        // Answers to what the server asks are always taken.
        if (method === undefined || method === 'exit' || isInOrder) {
          if (isBeginning) state = 'begun';
          if (method === 'shutdown') state = 'shut down';
          return next(message);
        }
        if (!Message.isRequest(message)) return undefined;
        return next({ ...message, method: state === 'new' ? TOO_EARLY : OUT_OF_ORDER } as Message);
      },
    },
    listen(connection) {
      connection.onRequest(TOO_EARLY, () => {
        return new ResponseError(ErrorCodes.ServerNotInitialized, 'The first request is initialize.');
      });
      connection.onRequest(OUT_OF_ORDER, () => {
        return new ResponseError(
          ErrorCodes.InvalidRequest,
          'initialize comes once, and nothing but exit comes after shutdown.',
        );
      });
    },
  };
}

// Names that no client asks for: the library answers a request by its name alone.
const TOO_EARLY = 'flow/too-early';
const OUT_OF_ORDER = 'flow/out-of-order';
