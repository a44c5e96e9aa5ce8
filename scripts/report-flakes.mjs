import { writeFileSync } from 'node:fs';

/** A reporter of Vitest that writes which tests passed only when they were tried again, into the file of `ANTRE_FLAKES`. */
export default class FlakeReporter {
  #flakes = [];

  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) this.#flakes.push(`${test.module.relativeModuleId}: ${test.fullName}`);
  }

  onTestRunEnd() {
    writeFileSync(process.env.ANTRE_FLAKES, JSON.stringify(this.#flakes));
  }
}
