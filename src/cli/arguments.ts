/** What was typed after a command's name, checked. */
export interface Arguments {
  /** An operand that isn't optional. Throws a `RangeError` where the command has none of that name. */
  the(operand: string): string;
  /** An optional operand, or `undefined` where it wasn't typed. */
  maybe(operand: string): string | undefined;
  /** All that was typed of a repeatable operand, in order. */
  every(operand: string): readonly string[];
  /** An option's value, or `undefined` where it wasn't given. */
  one(option: string): string | undefined;
  /** All values of an option that may be given several times, in order. */
  all(option: string): readonly string[];
  /** Whether an option was given. */
  has(option: string): boolean;
}
