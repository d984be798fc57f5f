/** What the languages that aren't shells have in common. */

export const NAME_PART =
  'A value can’t be a name in the code, or a part of one. Put it into a variable, or into `env:` and read that variable in the code.';

/** What a function that runs its argument would make of a value. */
export function codeOf(callee: string): string {
  return `Here a value would become code of \`${callee}\`. Put the value into \`env:\` and let that code read the variable.`;
}

export const TOO_DEEP = 'The script is nested too deeply here to tell what this is part of.';
