import { openWorkbench, type Workbench, type WorkbenchOptions } from './openWorkbench.ts';

/**
 * A workbench for all the tests of the `describe` it is called in: opened before the first, closed after the last.
 * When a test fails, a screenshot is taken at once, and a trace of everything up to then is kept among the artefacts.
 */
export function useWorkbench(options: WorkbenchOptions): () => Workbench {
  let opened: Workbench | undefined;
  let failed: string | undefined;

  before(async () => {
    opened = await openWorkbench(options);
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    failed ??= this.currentTest.title.replaceAll(/[^\w-]+/g, '-');
    await opened?.screenshot(`failed-${failed}`);
  });

  after(async () => {
    await opened?.close({ trace: failed === undefined ? undefined : `failed-${failed}` });
  });

  return () => {
    if (opened === undefined) throw new Error('The workbench is open inside tests only.');
    return opened;
  };
}
