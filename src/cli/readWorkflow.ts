import { readFile, realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { FilePlace } from '../language/nested/workflowFiles.ts';
import type { Context } from './context.ts';
import { diskWorkflows, withoutMark } from './diskWorkflows.ts';
import { systemReason, UsageError } from './usageError.ts';

/** A workflow's text and where it came from. */
export interface WorkflowFile {
  /** As the person typed it. */
  readonly file: string;
  /** The folder it is in, absolute. */
  readonly folder: string;
  readonly text: string;
  /** How the files that it runs as tasks are reached. */
  readonly place: FilePlace;
}

/** Reads a file as UTF-8. Rejects with a `UsageError` that names it and says why it can't be read. */
export async function readWorkflow(file: string, context: Context): Promise<WorkflowFile> {
  const path = resolve(context.folder, file);
  try {
    const text = withoutMark(await readFile(path, 'utf8'));
    const folder = dirname(path);
    const files = diskWorkflows(context.folder);
    return { file, folder, text, place: { id: await realpath(path), file, folder, files } };
  } catch (error) {
    throw new UsageError(`The file ${file} can't be read: ${systemReason(error)}.`);
  }
}
