/**
 * Acts once no more messages wait, however often it is asked for meanwhile: of several keys that come at once only the
 * last text is looked at. A turn of the loop in which nobody asked is quiet, for a waiting message takes one.
 */
export function whenQuiet(act: () => void): () => void {
  let asked = 0;
  let isWaiting = false;
  return () => {
    asked++;
    if (isWaiting) return;
    isWaiting = true;
    wait(asked);
  };

  function wait(before: number): void {
    setImmediate(() => {
      setImmediate(() => {
        if (asked !== before) return wait(asked);
        isWaiting = false;
        act();
      });
    });
  }
}
