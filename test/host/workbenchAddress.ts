export interface WorkbenchContents {
  /** host:port of the server. */
  readonly authority: string;
  /** The folder to open, absolute. */
  readonly workspace: string;
  /** Needs a server in test mode. */
  readonly tests?: {
    /** The folder of the extension under test, absolute. */
    readonly extension: string;
    /** A CommonJS file, absolute, that exports `run(): Promise<void>`; run in the extension host. */
    readonly entry: string;
  };
}

/** The address of a workbench with the folder open. */
export function workbenchAddress({ authority, workspace, tests }: WorkbenchContents): string {
  const folder = `http://${authority}/?folder=${encodeURIComponent(workspace).replaceAll('%2F', '/')}`;
  if (tests === undefined) return folder;
  const remote = (path: string): string => `vscode-remote://${authority}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(tests.extension)],
    ['extensionTestsPath', remote(tests.entry)],
  ];
  return `${folder}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
