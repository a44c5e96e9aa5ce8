import { writeFileSync } from 'node:fs';

/**
 * A reporter of Vitest that writes into the file of `ANTRE_RUN` which tests passed only when they were tried again
 * (`flakes`), and how many were left to the other part, the long or the quick one (`leftOut`).
 */
export default class RunReporter {
  #flakes = [];
  #leftOut = 0;

  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) this.#flakes.push(`${test.module.relativeModuleId}: ${test.fullName}`);
    if (test.result().state === 'skipped' && test.tags.includes('long') !== Boolean(process.env.ANTRE_LONG)) {
      this.#leftOut += 1;
    }
  }

  onTestRunEnd() {
    writeFileSync(process.env.ANTRE_RUN, JSON.stringify({ flakes: this.#flakes, leftOut: this.#leftOut }));
  }
}
