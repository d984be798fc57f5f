/** Loads a module of the examples by its path in their folder. They are plain JavaScript: the test says what it expects. */
export function load<Exports>(path: string): Promise<Exports> {
  return import(new URL(`../../../../examples/${path}`, import.meta.url).href);
}
