/**
 * What a module's process runs. It is sent there as source text, so that the extension, the command line and
 * the tests start the very same thing: it may use nothing from outside itself.
 */
export function moduleHost(): void {
  type Request = { url: string; with: unknown; needs: unknown; env: unknown };
  const controller = new AbortController();
  process.once('SIGTERM', () => controller.abort());
  process.once('message', (message) => {
    void answer(message as Request);
  });

  async function answer(request: Request): Promise<void> {
    try {
      const module = await import(request.url);
      if (typeof module.default !== 'function') {
        throw Object.assign(new TypeError('The module has no default export that is a function.'), {
          retryable: false,
        });
      }
      const log = (text: unknown): void => console.log(text);
      const { with: values, needs, env } = request;
      const value = await module.default({ with: values, needs, env, signal: controller.signal, log });
      // Through JSON first: what JSON can't say must fail here, not while it is sent.
      end({ type: 'returned', json: JSON.stringify(value ?? {}) });
    } catch (error) {
      const thrown = (error instanceof Error ? error : new Error(String(error))) as Error & {
        retryable?: unknown;
      };
      const { message, stack, retryable } = thrown;
      end({ type: 'threw', message, stack, retryable: retryable !== false });
    }
  }

  /** Leaves once everything written has left, whatever timers and sockets the module has open. */
  function end(answer: object): void {
    process.send?.(answer, () => {
      process.stdout.write('', () => process.stderr.write('', () => process.exit(0)));
    });
  }
}
