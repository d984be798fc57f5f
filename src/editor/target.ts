import { Uri } from 'vscode';

/** What a command is asked about. What is left open is found out: the active file, the latest run, or a pick. */
export interface Target {
  readonly uri?: Uri;
  /** A run's id. */
  readonly run?: string;
  /** A task's id. */
  readonly task?: string;
}

/**
 * Reads a command's argument: VS Code passes a file's URI, a node of the tree, or nothing; links in Markdown
 * and other extensions pass an object with `uri`, `run` and `task`, the URI as text or as its parts.
 */
export function targetOf(argument: unknown): Target {
  if (argument instanceof Uri) return { uri: argument };
  if (typeof argument === 'string') return { uri: Uri.parse(argument, true) };
  if (typeof argument !== 'object' || argument === null) return {};
  const { uri, run, task } = argument as Readonly<Record<string, unknown>>;
  return {
    ...(isUri(uri) && { uri: typeof uri === 'string' ? Uri.parse(uri, true) : Uri.from(uri) }),
    ...(typeof run === 'string' && { run }),
    ...(typeof task === 'string' && { task }),
  };
}

function isUri(value: unknown): value is string | { readonly scheme: string } {
  if (typeof value === 'string') return true;
  return typeof value === 'object' && value !== null && 'scheme' in value && typeof value.scheme === 'string';
}
