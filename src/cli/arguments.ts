/** What was typed after a command's name, checked. */
export interface Arguments {
  /** At least one. */
  readonly files: readonly [string, ...string[]];
  /** An option's value, or `undefined` where it wasn't given. */
  one(option: string): string | undefined;
  /** All values of an option that may be given several times, in order. */
  all(option: string): readonly string[];
}
