/**
 * Why a module can't be called, as the end of a sentence that begins with its name; `undefined` where it can, or where
 * that can't be told from its text.
 */
export function exportFault(text: string): string | undefined {
  if (!MAY_EXPORT.test(text)) {
    return 'has no default export. Write "export default" before the function that is to be called.';
  }
  const found = [...text.matchAll(/\bexport\s+default\b|\bas\s+default\b/g)];
  const [, value = ''] = NO_FUNCTION.exec(text) ?? [];
  if (found.length !== 1 || value === '') return undefined;
  const what = value === 'class' ? 'a class' : 'no function';
  return `exports ${what} by default, and it is called as a function. Export one.`;
}

/** Also what could do it in a way that isn't understood. */
const MAY_EXPORT = /\bdefault\b|\bexports\b|\bexport\s*\*|\bexport\s*=/;

const NO_FUNCTION = /^export default\s+(class\b|\{|\[|['"\d]|null\b|true\b|false\b|new\b)/m;
