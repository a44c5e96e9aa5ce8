#!/usr/bin/env node
// npx antre: the technicians' command (electron/antre.ts) from a clone, on the Node that the packages brought. Node's
// built-ins only, from Node 18 on.
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { nodeToUse, root } = require('./prepare.cjs');

const program = join(root, 'build/main/antre.cjs');
if (!existsSync(program)) {
  console.error('Antre is not built here yet: start it once by npm start, or run npm run build.');
  process.exit(1);
}
const { status } = spawnSync(nodeToUse(), [program, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 1);
