// An installed hub: Antre without windows, watched over. Its settings come from the environment and DATA_DIR/config.json.
const { join } = require('node:path');
const { heapFlags, root, watchInstalled } = require('./watch-installed.cjs');

watchInstalled(() => ({
  program: process.execPath,
  parameters: [...heapFlags, join(root, 'app/build/main/headless.cjs'), ...process.argv.slice(2)],
}));
