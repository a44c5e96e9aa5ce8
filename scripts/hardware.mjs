// npm run hardware -- [ADDRESS…] [--test TARGET] [--profile NAME] [--english]: lists the printers, touch screens, scanners and
// button boxes that are attached to this machine or answer at these addresses, as the admins' page does.
// Ends with 0 where one can print (with --test: where its test ticket came out), 1 where none can, 2 for arguments that
// can't be understood, 3 where no printer was found.
import { join } from 'node:path';
import { parseArgs } from 'node:util';

process.chdir(join(import.meta.dirname, '..'));
const { createServer } = await import('vite').catch(() => {
  console.error('Antre’s packages are not installed yet. Run npm ci first.');
  process.exit(2);
});
// It stays open until the end, since the add-ons are loaded when they are first needed.
const loader = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { exitStatus, listHardware } = await loader.ssrLoadModule('/scripts/hardware/list-hardware.ts');
const status = await listHardware(readArguments(), (line) => console.log(line));
await loader.close();
process.exit(status);

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        test: { type: 'string' },
        profile: { type: 'string' },
        english: { type: 'boolean', default: false },
      },
    });
    return { addresses: positionals, test: values.test, profile: values.profile, english: values.english };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(exitStatus.wrongArguments);
  }
}
