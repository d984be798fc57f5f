import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Context } from './context.ts';
import { systemReason, UsageError } from './usageError.ts';

/** A workflow's text and where it came from. */
export interface WorkflowFile {
  /** As the person typed it. */
  readonly file: string;
  /** The folder it is in, absolute. */
  readonly folder: string;
  readonly text: string;
}

/** Reads a file as UTF-8. Rejects with a `UsageError` that names it and says why it can't be read. */
export async function readWorkflow(file: string, context: Context): Promise<WorkflowFile> {
  const path = resolve(context.folder, file);
  try {
    const text = await readFile(path, 'utf8');
    // A byte order mark is no part of the text, for editors neither.
    return { file, folder: dirname(path), text: text.replace(/^\ufeff/, '') };
  } catch (error) {
    throw new UsageError(`The file ${file} can't be read: ${systemReason(error)}.`);
  }
}
