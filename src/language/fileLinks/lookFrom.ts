import type { FilePlace } from '../nested/workflowFiles.ts';

/** What there is at a path, from the workflow's folder or one below it; nothing where nobody knows. Each is looked at once. */
export function lookFrom(
  place: FilePlace | undefined,
): (path: string, folder?: string) => 'file' | 'folder' | undefined {
  const known = new Map<string, 'file' | 'folder' | undefined>();
  return (path, folder = '.') => {
    const whole = folder === '.' ? path : `${folder}/${path}`;
    if (!known.has(whole)) known.set(whole, place?.disk?.kind(whole, place.folder));
    return known.get(whole);
  };
}
