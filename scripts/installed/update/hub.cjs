// The hub that this machine works for, if it is a second kiosk, a desk or a screen. Node's built-ins only.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const answerWithinMs = 10_000;

/** The hub's address as the machine's settings name it, here or in `dataDir`; null: this machine serves itself. */
function hubOf(dataDir) {
  if (process.env.ANTRE_HUB) return process.env.ANTRE_HUB;
  try {
    return JSON.parse(readFileSync(join(dataDir, 'config.json'), 'utf8')).hub || null;
  } catch {
    return null;
  }
}

/** Asks a hub which version runs there. Resolves with `{version}`; with null and why, where it doesn't tell. */
async function versionAt(hub) {
  try {
    const answer = await fetch(new URL('/healthz', hub), { signal: AbortSignal.timeout(answerWithinMs) });
    // A hub that isn't well tells it too.
    const { version } = await answer.json();
    if (typeof version === 'string' && /^\d[\w.+~-]{0,60}$/.test(version)) return { version, detail: '' };
    return { version: null, detail: `/healthz answers ${answer.status}` };
  } catch (error) {
    return { version: null, detail: String(error.cause?.code ?? error.name) };
  }
}

module.exports = { hubOf, versionAt };
