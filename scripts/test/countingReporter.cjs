// mocha's spec reporter, which at the end also writes how many tests passed and failed to $FLOW_TEST_COUNTS.
const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures } = this.stats;
      writeFileSync(process.env.FLOW_TEST_COUNTS, JSON.stringify({ passed: passes, failed: failures }));
    });
  }
};
