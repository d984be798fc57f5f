/** Loads a script of the complex-orchestration example. The examples are plain JavaScript: the test says what it expects. */
export function load<Exports>(file: string): Promise<Exports> {
  return import(new URL(`../../../examples/complex-orchestration/${file}`, import.meta.url).href);
}
