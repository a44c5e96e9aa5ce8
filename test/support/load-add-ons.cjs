// Lets a test ask the add-ons in Electron's main process itself, as the built file loads them.
globalThis.loadAddOn = require('node:module').createRequire(
  require('node:path').resolve('build/main/main.cjs'),
);
