import { ensureDependencies } from './dependencies.mjs';
import { underProjectNode } from './projectNode.mjs';
import { SetUpError, say } from './say.mjs';

/**
 * Makes the project ready and then does the work, under the project's own Node. What can't be set up ends the
 * process with a message instead of a stack; anything else that is thrown is a fault of ours and is shown whole.
 */
export async function setUp(work) {
  await withoutStack(async () => {
    await ensureDependencies();
    await underProjectNode();
    await work();
  });
}

/** Runs the work; a fault that has been told in words ends the process with exit code 1 and without a stack. */
export async function withoutStack(work) {
  try {
    await work();
  } catch (error) {
    if (!tell(error)) throw error;
    process.exitCode = 1;
  }
}

/** Tells a fault that isn't ours in words, if it is one: of the set-up, or in a source that doesn't compile. */
export function tell(error) {
  if (error instanceof SetUpError) {
    say(`\n${error.message}`);
    return true;
  }
  return Array.isArray(error?.errors) && Array.isArray(error?.warnings); // esbuild's, which it has printed
}
