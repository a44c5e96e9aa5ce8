// Starts the fake printer as a process of its own: `node test/support/start-fake-printer.mjs [PORT]`.
// Prints one JSON line `{"host":…,"port":…}`, then one for each piece of paper that comes out. Lines on its input:
// a JSON object of FakeCondition members (`{"paper":"out"}`), or `unplug`, `plug`, `drop`.
import { createInterface } from 'node:readline';
import { runnerImport } from 'vite';

const { module } = await runnerImport('native/printer/testing/fake-printer.ts', { logLevel: 'error' });
const printer = await module.startFakePrinter({ port: Number(process.argv[2] ?? 0) });
const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
say({ host: printer.host, port: printer.port });

let told = 0;
const tell = () => {
  for (; told < printer.papers.length; told += 1) {
    const { lines, cut } = printer.papers[told];
    say({ lines, cut });
  }
  return false;
};
// never true: it only looks each time something happened
printer.until(tell, 2 ** 31 - 1).catch(() => undefined);

for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'unplug') printer.unplug();
  else if (line === 'plug') await printer.plug();
  else if (line === 'drop') printer.dropLine();
  else if (line !== '') printer.become(JSON.parse(line));
}
await printer.close();
process.exit(0);
