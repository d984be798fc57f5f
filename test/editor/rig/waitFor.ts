import { type Diagnostic, type Event, languages, type Uri } from 'vscode';

/** Resolves with the first value that is there: now, or after one of the events to come. */
export function waitFor<T>(event: Event<unknown>, value: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const subscription = event(look);
    look();

    function look(): void {
      try {
        const found = value();
        if (found === undefined) return;
        resolve(found);
      } catch (error) {
        reject(error);
      }
      // `event` hasn't returned yet where it calls back at once.
      queueMicrotask(() => subscription.dispose());
    }
  });
}

/** Resolves with a file's diagnostics as soon as they suit. */
export function diagnosticsOf(
  uri: Uri,
  suit: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  return waitFor(languages.onDidChangeDiagnostics, () => {
    const diagnostics = languages.getDiagnostics(uri);
    return suit(diagnostics) ? diagnostics : undefined;
  });
}
