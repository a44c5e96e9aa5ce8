// Why Antre was started again, kept in its data directory for the admins (electron/server/restarts.ts reads it).
// Node's built-ins only, from Node 18 on.
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const most = 30;
const longestError = 300;

/**
 * Adds a restart to the newest thirty that are kept: `{at, reason, detail, error}`, `at` in milliseconds since 1970
 * UTC. Returns whether it could be written; a full disk is no reason not to start again.
 */
function keepRestart(dataDir, { at, reason, detail, error }) {
  const file = join(dataDir, 'restarts.json');
  const kept = [...keptRestarts(file), { at, reason, detail, error: withoutSecrets(error) }].slice(-most);
  try {
    // Whole or not at all: whoever reads meanwhile finds the old one.
    writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return true;
  } catch {
    return false;
  }
}

function keptRestarts(file) {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/** An error's first words, without what may be a token or a key. */
function withoutSecrets(error) {
  return String(error)
    .replace(/[\w-]{20,}/g, (run) => (/\d/.test(run) && /[a-z]/i.test(run) ? '…' : run))
    .slice(0, longestError);
}

module.exports = { keepRestart };
