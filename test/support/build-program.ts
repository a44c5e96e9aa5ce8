import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';

const nativeAddons = ['better-sqlite3', 'node-hid', 'usb', 'serialport'];

/**
 * Builds a TypeScript program to one CommonJS file that plain Node runs, as the app itself is built; returns its
 * path, in `folder`. It lies below the project's folder, so that it finds the native add-ons.
 */
export async function buildProgram(entry: string, folder = 'build/test-programs'): Promise<string> {
  const root = join(import.meta.dirname, '../..');
  const name = entry.replace(/^.*\//, '').replace(/\.ts$/, '');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      ssr: true,
      rolldownOptions: {
        input: { [name]: entry },
        external: [...nativeAddons, ...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
    ssr: { noExternal: true, external: nativeAddons },
  });
  return join(root, folder, `${name}.cjs`);
}
