/**
 * What tasks inherit of the extension host's environment: all but what VS Code put there for itself, as in its
 * terminals. With `ELECTRON_RUN_AS_NODE`, say, a task couldn't start an Electron program.
 */
export function taskEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(VSCODE|ELECTRON)_/.test(name)),
  );
}
