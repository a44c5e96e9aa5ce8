import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { expect, test } from 'vitest';
import { HallCertificate } from '../../../electron/server/tls/hall-certificate';
import { KeptCertificates, namesOf, spanOf } from '../../../electron/server/tls/kept-certificates';
import { type MovableClock, movableClock } from '../../support/movable-clock';
import { temporaryFolder } from '../../support/temporary-store';

const dayMs = 24 * 3_600_000;
const log = pino({ level: 'silent' });

interface Hall {
  readonly dataDir: string;
  readonly clock: MovableClock;
  settings: { siteName: string; hostNames: string[]; publicUrl: string | null };
  addresses: string[];
}

function newHall(moment = '2026-11-24T09:00+07:00'): Hall {
  return {
    dataDir: temporaryFolder(),
    clock: movableClock(moment),
    settings: { siteName: 'Mal Pelayanan Publik Kajen', hostNames: [], publicUrl: null },
    addresses: ['192.168.1.10', 'fd00::7'],
  };
}

async function certificateOf(hall: Hall): Promise<HallCertificate> {
  const { dataDir, clock } = hall;
  const certificate = new HallCertificate({
    dataDir,
    clock,
    log,
    settings: () => hall.settings,
    addresses: () => hall.addresses,
  });
  await certificate.look();
  return certificate;
}

function serverOf(certificate: HallCertificate): X509Certificate {
  if (!certificate.server) throw new Error(`no certificate: ${JSON.stringify(certificate.faults())}`);
  return certificate.server.x509;
}

const fileOf = ({ dataDir }: Hall, name: string) => join(dataDir, 'tls', name);

/** What OpenSSL says of the server's certificate at a moment, trusting the hall's authority alone. */
function verify(hall: Hall, moment: number, more: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'antre-verify-'));
  const write = (name: string, pem: string) => {
    writeFileSync(join(folder, name), pem);
    return join(folder, name);
  };
  const certificateIn = (name: string) =>
    /-----BEGIN CERT[^-]+-----[^-]+-----END CERT[^-]+-----/.exec(
      readFileSync(fileOf(hall, name), 'latin1'),
    )?.[0] ?? '';
  const authority = write('authority.pem', certificateIn('authority.pem'));
  const server = write('server.pem', certificateIn('server.pem'));
  const at = String(Math.floor(moment / 1000));
  try {
    return execFileSync(
      'openssl',
      [
        'verify',
        '-x509_strict',
        '-purpose',
        'sslserver',
        '-CAfile',
        authority,
        '-attime',
        at,
        ...more,
        server,
      ],
      { encoding: 'utf8', stdio: 'pipe' },
    );
  } catch (error) {
    return String((error as { readonly stderr: string }).stderr);
  }
}

test('a new hall has an authority of its own and a certificate that OpenSSL takes for each of its names alone', async () => {
  const hall = newHall();
  hall.settings.hostNames = ['antrean.mpp.go.id'];
  hall.settings.publicUrl = 'https://mpp.kajen.example/t';
  const server = serverOf(await certificateOf(hall));
  const now = hall.clock.now();
  for (const name of ['localhost', 'antrean.mpp.go.id', 'mpp.kajen.example']) {
    expect(verify(hall, now, ['-verify_hostname', name])).toMatch(/OK$/m);
  }
  for (const address of ['192.168.1.10', '127.0.0.1', '::1', 'fd00::7']) {
    expect(verify(hall, now, ['-verify_ip', address])).toMatch(/OK$/m);
  }
  expect(verify(hall, now, ['-verify_hostname', 'bank.example'])).toMatch(/hostname mismatch/);
  expect(verify(hall, now, ['-verify_ip', '192.168.1.11'])).toMatch(/IP address mismatch/);
  const { from, to } = spanOf(server);
  expect((to - from) / dayMs).toBeLessThanOrEqual(397);
});

test('keys and certificates are their owner’s alone to read', async () => {
  const hall = newHall();
  await certificateOf(hall);
  const modes = ['', 'authority.pem', 'server.pem'].map((name) => statSync(fileOf(hall, name)).mode & 0o777);
  expect(modes).toEqual([0o700, 0o600, 0o600]);
});

test('another start has the same certificate and authority', async () => {
  const hall = newHall();
  const before = await certificateOf(hall);
  const after = await certificateOf(hall);
  expect([after.authority?.fingerprint256, serverOf(after).fingerprint256]).toEqual([
    before.authority?.fingerprint256,
    serverOf(before).fingerprint256,
  ]);
});

test('names and addresses that changed make another certificate by the same authority', async () => {
  const hall = newHall();
  const certificate = await certificateOf(hall);
  certificate.giveOut();
  const { authority } = certificate;
  const renewed: string[] = [];
  certificate.onRenewed(({ x509 }) => renewed.push(x509.fingerprint256));
  hall.addresses = ['10.3.0.4'];
  await certificate.look();
  expect(namesOf(serverOf(certificate)).addresses).toEqual(['10.3.0.4', '127.0.0.1', '::1']);
  hall.settings.hostNames = ['antrean.lan'];
  await certificate.look();
  expect(namesOf(serverOf(certificate)).names).toContain('antrean.lan');
  await certificate.look();
  expect(renewed.length).toBe(2);
  expect(certificate.authority?.fingerprint256).toBe(authority?.fingerprint256);
  expect(verify(hall, hall.clock.now(), ['-verify_hostname', 'antrean.lan'])).toMatch(/OK$/m);
});

test('for a name that it can’t vouch for, the authority is made anew until somebody fetched it, then the name is told', async () => {
  const hall = newHall();
  const certificate = await certificateOf(hall);
  const first = certificate.authority?.fingerprint256;
  hall.settings.hostNames = ['antrean.mpp.go.id'];
  await certificate.look();
  const second = certificate.authority?.fingerprint256;
  expect(second).not.toBe(first);
  expect(namesOf(serverOf(certificate)).names).toContain('antrean.mpp.go.id');
  certificate.giveOut();

  hall.settings.hostNames = ['antrean.mpp.go.id', 'lain.go.id'];
  hall.addresses = ['192.168.1.10', '8.8.8.8'];
  const restarted = await certificateOf(hall);
  for (const each of [restarted, certificate]) {
    await each.look();
    expect(each.authority?.fingerprint256).toBe(second);
    expect(each.faults()).toEqual([{ kind: 'left_out', detail: 'lain.go.id 8.8.8.8' }]);
  }
  expect(verify(hall, hall.clock.now())).toMatch(/OK$/m);

  await certificate.replaceAuthority();
  expect(certificate.faults()).toEqual([]);
  expect(certificate.authority?.fingerprint256).not.toBe(second);
  expect(existsSync(fileOf(hall, 'given-out'))).toBe(false);
  expect(verify(hall, hall.clock.now(), ['-verify_hostname', 'lain.go.id'])).toMatch(/OK$/m);
});

test('a stolen authority can’t vouch for other sites', async () => {
  const hall = newHall();
  const certificate = await certificateOf(hall);
  const { makeServerCertificate } = await import('../../../electron/server/tls/make-certificates');
  const stolen = new KeptCertificates(hall.dataDir).read('authority');
  if (!stolen) throw new Error('there is no authority');
  const forge = async (names: readonly string[], addresses: readonly string[]) => {
    const pem = await makeServerCertificate(stolen, { names, addresses }, hall.clock.now());
    writeFileSync(fileOf(hall, 'server.pem'), pem);
    return verify(hall, hall.clock.now());
  };
  expect(await forge(['localhost'], ['192.168.1.10'])).toMatch(/OK$/m);
  expect(await forge(['bank.example'], [])).toMatch(/permitted subtree violation/);
  expect(await forge(['localhost'], ['8.8.8.8'])).toMatch(/permitted subtree violation/);
  expect(certificate.faults()).toEqual([]);
});

test('a certificate is made anew two months before it would end', async () => {
  const hall = newHall();
  const certificate = await certificateOf(hall);
  const first = serverOf(certificate);
  hall.clock.advance({ days: 200 });
  await certificate.look();
  expect(serverOf(certificate).fingerprint256).toBe(first.fingerprint256);
  hall.clock.advance({ days: 15 });
  await certificate.look();
  expect(serverOf(certificate).fingerprint256).not.toBe(first.fingerprint256);
  expect(spanOf(serverOf(certificate)).to - hall.clock.now()).toBeGreaterThan(200 * dayMs);
});

test.each([
  ['months ahead', { months: 3 }],
  ['half a year behind', { months: -6 }],
])('made while the clock was %s, both are valid by a right clock', async (_how, wrong) => {
  const right = movableClock('2027-06-15T09:00+07:00').now();
  const hall = newHall('2027-06-15T09:00+07:00');
  hall.clock.jump(wrong);
  await certificateOf(hall);
  expect(verify(hall, right)).toMatch(/OK$/m);
});

test.each(['1970-01-01T00:00Z', '2020-03-01T00:00Z', '2031-01-01T00:00Z'])(
  'made while the clock showed %s, the authority stays and the certificate is right once the clock is',
  async (wrong) => {
    const hall = newHall(wrong);
    const certificate = await certificateOf(hall);
    const { authority } = certificate;
    // What is asked again meanwhile makes nothing.
    const made = serverOf(certificate).fingerprint256;
    await certificate.look();
    expect(serverOf(certificate).fingerprint256).toBe(made);
    hall.clock.set('2027-06-15T09:00+07:00');
    await certificate.look();
    expect(certificate.authority?.fingerprint256).toBe(authority?.fingerprint256);
    expect(verify(hall, hall.clock.now())).toMatch(/OK$/m);
    const { from, to } = spanOf(serverOf(certificate));
    expect(hall.clock.now() - from).toBeGreaterThan(60 * dayMs);
    expect(to - hall.clock.now()).toBeGreaterThan(60 * dayMs);
  },
);

test('an authority in its last year is told', async () => {
  const hall = newHall();
  const certificate = await certificateOf(hall);
  hall.clock.advance({ years: 8 });
  await certificate.look();
  expect(certificate.faults()).toEqual([]);
  hall.clock.advance({ years: 1 });
  await certificate.look();
  expect(certificate.faults()).toMatchObject([{ kind: 'ending' }]);
});

test.each([
  ['empty', ''],
  ['cut off', '-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49'],
  ['something else', 'Selamat pagi'],
])(
  'an authority’s file that is %s is told and left; the certificate that was made by it is served',
  async (_how, text) => {
    const hall = newHall();
    const before = serverOf(await certificateOf(hall));
    const whole = readFileSync(fileOf(hall, 'authority.pem'));
    writeFileSync(fileOf(hall, 'authority.pem'), text);
    const certificate = await certificateOf(hall);
    expect(certificate.faults()).toMatchObject([{ kind: 'damaged' }]);
    expect(serverOf(certificate).fingerprint256).toBe(before.fingerprint256);
    expect(readFileSync(fileOf(hall, 'authority.pem'), 'utf8')).toBe(text);

    writeFileSync(fileOf(hall, 'authority.pem'), whole);
    await certificate.look();
    expect(certificate.faults()).toEqual([]);
  },
);

test('a server’s file that is damaged, or another hall’s, is made anew', async () => {
  const hall = newHall();
  const { authority } = await certificateOf(hall);
  writeFileSync(fileOf(hall, 'server.pem'), 'Selamat pagi');
  const certificate = await certificateOf(hall);
  expect(certificate.faults()).toEqual([]);
  expect(certificate.authority?.fingerprint256).toBe(authority?.fingerprint256);

  const other = newHall();
  await certificateOf(other);
  writeFileSync(fileOf(hall, 'server.pem'), readFileSync(fileOf(other, 'server.pem')));
  const again = await certificateOf(hall);
  expect(again.faults()).toEqual([]);
  expect(verify(hall, hall.clock.now())).toMatch(/OK$/m);
});

test('what can’t be kept is told, and made as soon as it can', async () => {
  const hall = newHall();
  writeFileSync(join(hall.dataDir, 'tls'), 'a file where the folder should be');
  const certificate = await certificateOf(hall);
  expect(certificate.server).toBeNull();
  expect(certificate.faults()).toMatchObject([{ kind: 'not_made' }]);
  execFileSync('rm', [join(hall.dataDir, 'tls')]);
  await certificate.look();
  expect(certificate.faults()).toEqual([]);
  expect(serverOf(certificate)).toBeInstanceOf(X509Certificate);
});
