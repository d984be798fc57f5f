/**
 * A matrix's outputs are a list for each key. This is a record for each instance instead.
 *
 * @param {Record<string, any[]>} outputs
 * @returns {Record<string, any>[]}
 */
export function cells(outputs) {
  const keys = Object.keys(outputs);
  return outputs[keys[0]].map((_, index) =>
    Object.fromEntries(keys.map((key) => [key, outputs[key][index]])),
  );
}
