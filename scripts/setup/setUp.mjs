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

/** Runs the work; a SetUpError and a failed build end the process with exit code 1 and words only. */
export async function withoutStack(work) {
  try {
    await work();
  } catch (error) {
    if (error instanceof SetUpError) say(error.message);
    else if (!isBuildFailure(error)) throw error;
    process.exitCode = 1;
  }
}

/** esbuild has printed what is wrong in the source already. */
const isBuildFailure = (error) => Array.isArray(error?.errors) && Array.isArray(error?.warnings);
