// Runs a program of the system and hears all that it said.
const { spawnSync } = require('node:child_process');

/** Returns `{isGood, words}`: whether it ended well, and its output and complaints, in English. */
function run(program, parameters, { cwd = '/', env = {}, timeout } = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, parameters, {
    cwd,
    timeout,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive', ...env },
  });
  return { isGood: status === 0, words: [stdout, stderr, error?.message].filter(Boolean).join('\n') };
}

module.exports = { run };
