import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../../store/durable-file';
import { type CertificateNames, normalAddress } from './own-names';

/** A key with its certificate, as a file of `DATA_DIR/tls` holds them. */
export interface KeptCertificate {
  /** The whole file: the key, its certificate, and of the server's the authority's too. */
  readonly pem: string;
  /** The key and the certificate alone, as PEM. */
  readonly key: string;
  readonly certificate: string;
  readonly x509: X509Certificate;
}

/** A file is there, but not what it must be; the reason is the system's. */
export class CertificateDamaged extends Error {
  override name = 'CertificateDamaged';
}

/**
 * `DATA_DIR/tls`: `authority.pem` and `server.pem`, each a key with its certificate in one file, so that the two always
 * fit; and `given-out`, an empty file, once somebody fetched the authority's certificate. Its owner alone can read them.
 */
export class KeptCertificates {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'tls');
  }

  /** Returns what a file holds, or null where there is none. Throws `CertificateDamaged`. */
  read(which: 'authority' | 'server'): KeptCertificate | null {
    const file = join(this.#folder, `${which}.pem`);
    if (!existsSync(file)) return null;
    try {
      return readPem(readFileSync(file, 'latin1'));
    } catch (error) {
      throw new CertificateDamaged(`${which}.pem: ${(error as Error).message}`, { cause: error });
    }
  }

  /** Keeps a file's text, on disk when this returns. Returns it as read. Throws the system's error. */
  write(which: 'authority' | 'server', pem: string): KeptCertificate {
    const kept = readPem(pem);
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    writeDurably(join(this.#folder, `${which}.pem`), pem);
    return kept;
  }

  /** Whether somebody fetched the authority's certificate, and so may trust it. */
  get isGivenOut(): boolean {
    return existsSync(join(this.#folder, 'given-out'));
  }

  /** Remembers that somebody did. Throws the system's error. */
  giveOut(): void {
    if (!this.isGivenOut) writeFileSync(join(this.#folder, 'given-out'), '', { mode: 0o600 });
  }

  /** There is another authority, which nobody has fetched yet. */
  takeBack(): void {
    rmSync(join(this.#folder, 'given-out'), { force: true });
  }
}

/** Returns a certificate's names. */
export function namesOf({ subjectAltName = '' }: X509Certificate): CertificateNames {
  const all = subjectAltName.split(', ');
  const of = (kind: string) =>
    all.filter((each) => each.startsWith(`${kind}:`)).map((each) => each.slice(kind.length + 1));
  return { names: of('DNS').sort(), addresses: of('IP Address').map(normalAddress).sort() };
}

/** Returns a certificate's first and last moment, in milliseconds since 1970 UTC. */
export function spanOf({ validFrom, validTo }: X509Certificate): {
  readonly from: number;
  readonly to: number;
} {
  return { from: Date.parse(validFrom), to: Date.parse(validTo) };
}

function readPem(pem: string): KeptCertificate {
  const block = (label: string) =>
    new RegExp(`-----BEGIN ${label}-----[^-]+-----END ${label}-----`).exec(pem)?.[0] ?? '';
  const [key, certificate] = [block('PRIVATE KEY'), block('CERTIFICATE')];
  const x509 = new X509Certificate(certificate);
  if (!x509.checkPrivateKey(createPrivateKey(key))) throw new Error('key and certificate do not fit');
  return { pem, key, certificate, x509 };
}
