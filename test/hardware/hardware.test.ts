import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildProgram } from '../support/build-program';
import { type CheckResult, figureMark, resultMark } from './guest/check';

// One boot for all checks: half of the time goes into the emulated machine's start. The names of the checks are
// known only once they ran, so that they run while this file is collected. Only the long part goes through each way to a printer
// whole, and pulls printers out more than once.
const tags = process.env.ANTRE_LONG ? ['long'] : [];
const unplugs = process.env.ANTRE_UNPLUGS ?? (process.env.ANTRE_LONG ? '12' : '3');
const { results, output, status } = await runInGuest();

for (const { name, fault } of results) {
  test(name, { tags }, () => {
    if (fault !== null) throw new Error(fault);
  });
}

test('the guest ran to its end', { tags }, () => {
  expect(status, output).toBe(0);
  expect(results.length).toBeGreaterThan(0);
});

async function runInGuest(): Promise<{
  readonly results: readonly CheckResult[];
  readonly output: string;
  readonly status: number | null;
}> {
  await buildProgram('test/hardware/guest/gadget-printer-program.ts');
  await buildProgram('test/hardware/guest/run-checks.ts');
  const machine = spawn(join(import.meta.dirname, 'boot.sh'), [join(import.meta.dirname, 'in-guest.sh')], {
    env: { ...process.env, ANTRE_UNPLUGS: unplugs },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [machine.stdout, machine.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
    });
  }
  const status = await new Promise<number | null>((resolve, reject) => {
    machine.once('error', reject);
    machine.once('close', resolve);
  });
  const marked = (mark: string) =>
    output.split('\n').flatMap((line) => (line.startsWith(mark) ? [line.slice(mark.length)] : []));
  for (const figure of marked(figureMark)) console.log(figure);
  const results = marked(resultMark).map((line) => JSON.parse(line) as CheckResult);
  return { results, output, status };
}
