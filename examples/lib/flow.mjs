import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Gives this task's outputs to the workflow. One JSON object keeps numbers as numbers; a shell script would append
 * lines `key=value` to the same file. Started by hand, outside a workflow, the outputs are printed instead.
 *
 * @param {Record<string, unknown>} outputs
 */
export function writeOutputs(outputs) {
  const file = process.env.FLOW_OUTPUT;
  if (file) writeFileSync(file, JSON.stringify(outputs));
  else console.log(outputs);
}

/**
 * What this task needs: for each task, how it ended and what it gave.
 *
 * @returns {Record<string, { state: string, outputs: Record<string, any> }>}
 */
export function readNeeds() {
  const file = process.env.FLOW_NEEDS;
  if (!file) throw new Error('FLOW_NEEDS is not set: start this task from its workflow.');
  return JSON.parse(readFileSync(file, 'utf8'));
}
