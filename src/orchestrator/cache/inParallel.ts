/** Files that are worked on at one time. */
const LIMIT = 8;

/**
 * The results for all items, in their order, a few worked on at a time. Rejects with the first fault, when what had
 * begun has ended and without beginning more.
 */
export async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const faults: unknown[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length && faults.length === 0) {
      const at = next++;
      try {
        results[at] = await work(items[at] as T);
      } catch (error) {
        faults.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(LIMIT, items.length) }, lane));
  if (faults.length > 0) throw faults[0];
  return results;
}
