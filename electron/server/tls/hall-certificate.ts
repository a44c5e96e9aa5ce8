import type { Clock } from '../../clock';
import type { Settings } from '../../contract/settings';
import type { Log } from '../../log';
import { earliestMoment } from '../../queue/clock-judgement';
import { type KeptCertificate, KeptCertificates, namesOf, spanOf } from './kept-certificates';
import { type CertificateNames, ownNames, textOfNames } from './own-names';

/** What keeps a certificate from being what it should, or will. */
export interface CertificateFault {
  /**
   * `damaged`: the authority's file can't be used. `not_made`: making or keeping one failed. `left_out`: names that the
   * authority can't vouch for. `ending`: the authority's last year.
   */
  readonly kind: 'damaged' | 'not_made' | 'left_out' | 'ending';
  /** The names; else in the machine's words. */
  readonly detail: string;
}

interface Parts {
  readonly clock: Clock;
  readonly settings: () => Pick<Settings, 'siteName' | 'hostNames' | 'publicUrl'>;
  /** This machine's in its networks, as they are now. */
  readonly addresses: () => readonly string[];
  readonly log: Log;
}

const dayMs = 24 * 3_600_000;
/** A server's certificate is made anew so long before it would end, and where the clock was set back so far after it began. */
const freshDays = { afterBegin: 90, beforeEnd: 60 } as const;
/** Longer than a server's certificate lasts. */
const authorityEndingMs = 400 * dayMs;

/**
 * The hall's own authority and the server's certificate: made where there are none, and the server's made anew where names,
 * addresses or the time say so. The authority stays, since people trust it by hand; only until somebody fetched it is
 * another made for names that it can't vouch for.
 */
export class HallCertificate {
  readonly #parts: Parts;
  readonly #files: KeptCertificates;
  readonly #listeners = new Set<(server: KeptCertificate) => void>();
  #authority: KeptCertificate | null = null;
  #server: KeptCertificate | null = null;
  #failure: CertificateFault | null = null;
  #leftOut = '';
  #looking: Promise<void> = Promise.resolve();

  constructor(parts: Parts & { readonly dataDir: string }) {
    this.#parts = parts;
    this.#files = new KeptCertificates(parts.dataDir);
  }

  /** The server's certificate and key, or null while there are none. */
  get server(): KeptCertificate | null {
    return this.#server;
  }

  /** The authority's certificate, or null while there is none. */
  get authority(): KeptCertificate['x509'] | null {
    return this.#authority?.x509 ?? null;
  }

  /** What an admin should know. */
  faults(): CertificateFault[] {
    const isEnding =
      this.#authority !== null &&
      spanOf(this.#authority.x509).to - this.#parts.clock.now() < authorityEndingMs;
    return [
      ...(this.#failure ? [this.#failure] : []),
      ...(this.#leftOut === '' ? [] : [{ kind: 'left_out' as const, detail: this.#leftOut }]),
      ...(isEnding ? [{ kind: 'ending' as const, detail: this.#authority?.x509.validTo ?? '' }] : []),
    ];
  }

  /** Calls the listener whenever the server has another certificate. */
  onRenewed(listener: (server: KeptCertificate) => void): void {
    this.#listeners.add(listener);
  }

  /** Looks whether all is right as it is now, and makes what isn't. Never rejects: what failed is among `faults`. */
  look(): Promise<void> {
    return this.#inTurn(() => this.#mend());
  }

  /** Makes another authority, which everybody has to trust anew. Never rejects, as `look`. */
  replaceAuthority(): Promise<void> {
    return this.#inTurn(async () => {
      this.#authority = await this.#makeAuthority();
      await this.#mend();
    });
  }

  /** Somebody fetches the authority's certificate; from now on it stays. Throws the system's error. */
  giveOut(): void {
    this.#files.giveOut();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#looking = this.#looking.then(async () => {
      try {
        await work();
        this.#failure = null;
      } catch (error) {
        const kind = error instanceof Error && error.name === 'CertificateDamaged' ? 'damaged' : 'not_made';
        const detail = error instanceof Error ? error.message : String(error);
        // The same is found each minute; once told is enough.
        if (this.#failure?.detail !== detail) {
          this.#parts.log.error({ err: error }, "the hall's certificate can't be used");
        }
        this.#failure = { kind, detail };
      }
    });
    return this.#looking;
  }

  async #mend(): Promise<void> {
    const wanted = ownNames(this.#parts.settings(), this.#parts.addresses());
    this.#server ??= this.#readServer();
    this.#authority ??= this.#files.read('authority') ?? (await this.#makeAuthority());
    if (this.#fits(wanted)) {
      this.#leftOut = '';
      return;
    }
    const { vouchedFor } = await import('./make-certificates');
    let vouched = vouchedFor(this.#authority.certificate, wanted);
    if (textOfNames(vouched) !== textOfNames(wanted) && !this.#files.isGivenOut) {
      this.#authority = await this.#makeAuthority();
      vouched = wanted;
    }
    this.#leftOut = textOfNames({
      names: wanted.names.filter((each) => !vouched.names.includes(each)),
      addresses: wanted.addresses.filter((each) => !vouched.addresses.includes(each)),
    });
    if (!this.#fits(vouched)) await this.#makeServer(this.#authority, vouched);
  }

  /** Whether the server's certificate is the authority's, for these names, and lasts. */
  #fits(names: CertificateNames): boolean {
    if (!this.#server || !this.#authority) return false;
    const { x509 } = this.#server;
    const { from, to } = spanOf(x509);
    const now = this.#moment();
    return (
      textOfNames(namesOf(x509)) === textOfNames(names) &&
      now >= from + freshDays.afterBegin * dayMs &&
      now <= to - freshDays.beforeEnd * dayMs &&
      x509.verify(this.#authority.x509.publicKey)
    );
  }

  #readServer(): KeptCertificate | null {
    try {
      const server = this.#files.read('server');
      // Served also where the authority turns out to be damaged.
      if (server) this.#tell(server);
      return server;
    } catch (error) {
      this.#parts.log.warn({ err: error }, "the server's certificate is made anew");
      return null;
    }
  }

  async #makeAuthority(): Promise<KeptCertificate> {
    const { makeAuthority } = await import('./make-certificates');
    const { siteName } = this.#parts.settings();
    const own = ownNames(this.#parts.settings(), this.#parts.addresses());
    const made = this.#files.write('authority', await makeAuthority(siteName, own, this.#parts.clock.now()));
    this.#files.takeBack();
    this.#parts.log.info(
      { fingerprint: made.x509.fingerprint256 },
      'the hall has a new certificate authority',
    );
    return made;
  }

  async #makeServer(authority: KeptCertificate, names: CertificateNames): Promise<void> {
    const { makeServerCertificate } = await import('./make-certificates');
    const pem = await makeServerCertificate(authority, names, this.#parts.clock.now());
    this.#server = this.#files.write('server', pem);
    this.#parts.log.info({ names: textOfNames(names) }, 'the server has a new certificate');
    this.#tell(this.#server);
  }

  #tell(server: KeptCertificate): void {
    for (const listener of this.#listeners) listener(server);
  }

  /** The hall's time, where it can be: certificates are not made for a time before Antre was. */
  #moment(): number {
    return Math.max(this.#parts.clock.now(), earliestMoment);
  }
}
