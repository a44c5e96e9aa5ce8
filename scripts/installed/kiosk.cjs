// An installed kiosk: Electron with the pages in its archive, watched over.
const { join } = require('node:path');
const { heapFlags, root, watchInstalled } = require('./watch-installed.cjs');

const program = process.platform === 'win32' ? 'antre-kiosk.exe' : 'antre-kiosk';

watchInstalled(
  ({ withoutGraphics }) => ({
    program: join(root, 'electron', program),
    parameters: [
      `--js-flags=${heapFlags.join(' ')}`,
      ...process.argv.slice(2),
      ...(withoutGraphics ? ['--without-graphics'] : []),
    ],
  }),
  (words) => /^Antre /m.test(words),
);
