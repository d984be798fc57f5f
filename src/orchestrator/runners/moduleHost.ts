/**
 * What a module's process runs. It is sent there as source text, so that the extension, the command line and
 * the tests start the very same thing: it may use nothing from outside itself.
 */
export function moduleHost(): void {
  type Request = { token: string; url: string; with: unknown; needs: unknown; env: unknown };
  /** More of a message, or of a stack, is no use to anybody. */
  const longest = 16_000;
  /** ms between two messages of progress: a loop that tells each of its rounds mustn't be slowed down by it. */
  const interval = 100;
  const controller = new AbortController();
  process.once('SIGTERM', () => controller.abort());
  process.once('message', (message) => {
    void answer(message as Request);
  });

  async function answer(request: Request): Promise<void> {
    const { token, url, with: values, needs, env } = request;
    const { progress, lastProgress } = progressOf(token);
    try {
      const module = await import(url);
      if (typeof module.default !== 'function') {
        throw Object.assign(new TypeError('The module has no default export that is a function.'), {
          retryable: false,
        });
      }
      const log = (text: unknown): void => console.log(text);
      const value = await module.default({
        with: values,
        needs,
        env,
        signal: controller.signal,
        log,
        progress,
      });
      lastProgress();
      // Through JSON first: what JSON can't say must fail here, not while it is sent.
      end({
        token,
        type: 'returned',
        json: JSON.stringify(value === undefined ? {} : value) ?? `a ${typeof value}`,
      });
    } catch (error) {
      lastProgress();
      end({ token, type: 'threw', ...told(error) });
    }
  }

  /** What a module tells its progress with, and what sends the latest that wasn't sent yet. */
  function progressOf(token: string) {
    let kept: object | undefined;
    let sentAt = Number.NEGATIVE_INFINITY;
    let timer: NodeJS.Timeout | undefined;
    const lastProgress = (): void => {
      clearTimeout(timer);
      timer = undefined;
      if (kept === undefined) return;
      process.send?.(kept);
      kept = undefined;
      sentAt = performance.now();
    };
    const progress = (fraction: unknown, message: unknown = ''): void => {
      // As texts: JSON can't say all numbers, and anything can be given.
      kept = { token, type: 'progress', fraction: String(fraction), message: String(message) };
      const wait = sentAt + interval - performance.now();
      if (wait <= 0) lastProgress();
      else timer ??= setTimeout(lastProgress, wait).unref();
    };
    return { progress, lastProgress };
  }

  /** Anything can be thrown: an error, one of another realm, a plain object, a text. */
  function told(error: unknown): object {
    const thrown = Object(error) as { message?: unknown; stack?: unknown; retryable?: unknown };
    const message = typeof thrown.message === 'string' ? thrown.message : String(error);
    return {
      message: message.slice(0, longest),
      ...(typeof thrown.stack === 'string' && { stack: thrown.stack.slice(0, longest) }),
      retryable: thrown.retryable !== false,
    };
  }

  /** Leaves once everything written has left, whatever timers and sockets the module has open. */
  function end(answer: object): void {
    process.send?.(answer, () => {
      process.stdout.write('', () => process.stderr.write('', () => process.exit(0)));
    });
  }
}
