// Chromium as old as the browsers of halls, out of packages that bring it for other ends: `npm run browsers` fetches
// what is missing. Only for Linux x64; what they need of the system Debian's `chromium` brings.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');

/**
 * The version of each, in which package it is, and what that package must be.
 * @type {Readonly<Record<OldVersion, { readonly name: string, readonly integrity: string }>>}
 * @typedef {80 | 92 | 109} OldVersion
 */
const packages = {
  80: {
    name: 'chrome-aws-lambda@2.1.1',
    integrity:
      'sha512-Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw==',
  },
  92: {
    name: 'chrome-aws-lambda@10.1.0',
    integrity:
      'sha512-NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==',
  },
  109: {
    name: '@sparticuz/chromium@109.0.6',
    integrity:
      'sha512-9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==',
  },
};

/**
 * Where the program of a version is, once it has been fetched.
 * @param {OldVersion} version
 */
export function oldChromiumAt(version) {
  return join(
    root,
    'node_modules/.cache/antre/chromium',
    `${packages[version].name.replaceAll('/', '-')}`,
    'chromium',
  );
}

/** Fetches those that are missing, and says so. Throws where a package can't be had or is another than expected. */
export function fetchOldBrowsers() {
  for (const version of /** @type {OldVersion[]} */ ([80, 92, 109])) {
    if (existsSync(oldChromiumAt(version))) continue;
    console.log(`Fetching Chromium ${version}…`);
    fetchOne(version);
  }
}

/** @param {OldVersion} version */
function fetchOne(version) {
  const { name, integrity } = packages[version];
  const folder = join(oldChromiumAt(version), '..');
  mkdirSync(join(folder, '..'), { recursive: true });
  // Beside its place: what is temporary may lie on another disk, from which nothing is renamed.
  const aside = mkdtempSync(join(folder, '../fetching-'));
  try {
    const packed = execFileSync(
      'npm',
      ['pack', name, '--json', '--loglevel=error', '--pack-destination', aside],
      {
        encoding: 'utf8',
        shell: process.platform === 'win32',
      },
    );
    const [about] = Object.values(JSON.parse(packed));
    if (about.integrity !== integrity) throw new Error(`${name} is not what it was: ${about.integrity}`);
    execFileSync('tar', ['xzf', join(aside, about.filename), '-C', aside]);
    const unpacked = join(aside, 'unpacked');
    mkdirSync(unpacked);
    const bin = join(aside, 'package/bin');
    writeFileSync(join(unpacked, 'chromium'), brotliDecompressSync(readFileSync(join(bin, 'chromium.br'))));
    chmodSync(join(unpacked, 'chromium'), 0o755);
    writeFileSync(join(aside, 'gl.tar'), brotliDecompressSync(readFileSync(join(bin, 'swiftshader.tar.br'))));
    execFileSync('tar', ['xf', join(aside, 'gl.tar'), '-C', unpacked]);
    rmSync(folder, { recursive: true, force: true });
    renameSync(unpacked, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) fetchOldBrowsers();
