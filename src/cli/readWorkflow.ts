import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { placeOf } from '../files/place.ts';
import { withoutMark } from '../files/workflows.ts';
import type { FilePlace } from '../language/nested/workflowFiles.ts';
import type { Context } from './context.ts';
import { systemReason, UsageError } from './usageError.ts';

/** A workflow's text and where it came from. */
export interface WorkflowFile {
  /** As the person typed it. */
  readonly file: string;
  /** The folder it is in, absolute. */
  readonly folder: string;
  readonly text: string;
  /** How the files beside it are reached. */
  readonly place: FilePlace;
}

/** Reads a file as UTF-8. Rejects with a `UsageError` that names it and says why it can't be read. */
export async function readWorkflow(file: string, context: Context): Promise<WorkflowFile> {
  const path = resolve(context.folder, file);
  try {
    const text = withoutMark(await readFile(path, 'utf8'));
    const place = { ...placeOf(path, (each) => relative(context.folder, each)), file };
    return { file, folder: place.folder, text, place };
  } catch (error) {
    throw new UsageError(`The file ${file} can't be read: ${systemReason(error)}.`);
  }
}
