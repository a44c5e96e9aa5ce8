// What an npm that failed doesn't say itself: npm 10 may end with nothing but "Exit handler never called!" where it could not reach
// the registry. Node's built-ins only, from Node 18 on.
const { readFileSync, readdirSync, rmSync } = require('node:fs');
const { join } = require('node:path');

/** By what the system calls it: what was wrong, and what a person can do. */
const cures = [
  [
    /^(SELF_SIGNED_CERT|DEPTH_ZERO|UNABLE_TO_|CERT_)/,
    'This network signs its connections with a certificate that Node does not know. Name the file of it: NODE_EXTRA_CA_CERTS=FILE.',
  ],
  [
    /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|FETCH_ERROR)$/,
    'The registry of packages does not answer. Look at the network; behind a proxy: HTTPS_PROXY=http://HOST:PORT.',
  ],
  [/^(ENOSPC|EDQUOT)$/, 'The disk is full.'],
  [/^(EACCES|EPERM|EROFS)$/, 'This user may not write here.'],
];

/** Returns a sentence about what the log of an npm says went wrong, or null where it says nothing that is known. */
function faultInLog(log) {
  const codes = [...log.matchAll(/(?:attempt \d+ failed with|error code|verbose code) ([A-Z][A-Z0-9_]+)/g)];
  for (const [, code] of codes.reverse()) {
    const cure = cures.find(([known]) => known.test(code));
    if (cure) return `${cure[1]} (${code})`;
  }
  return null;
}

/** What the newest log in a folder says went wrong, or null; takes the logs away. */
function takeFault(folder) {
  try {
    const [newest] = readdirSync(folder).sort().reverse();
    return newest === undefined ? null : faultInLog(readFileSync(join(folder, newest), 'utf8'));
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { takeFault };
