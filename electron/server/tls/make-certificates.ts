import 'core-js/proposals/reflect-metadata.js';
import { randomBytes, webcrypto } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_nameConstraints,
  NameConstraints,
} from '@peculiar/asn1-x509';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  type JsonGeneralNames,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { earliestMoment } from '../../queue/clock-judgement';
import type { CertificateNames } from './own-names';

// The only file that needs a library for certificates; it is loaded when one has to be made, not at each start.
const crypto = webcrypto as unknown as Crypto;
cryptoProvider.set(crypto);

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const;
const dayMs = 24 * 3_600_000;
const authorityYears = 10;
/** Together below the 397 days that browsers take. So far may the machine's clock be wrong, either way. */
const validDays = { before: 120, after: 270 } as const;

/** Names that no site in the Internet can have. */
const localNames = ['localhost', 'local', 'lan', 'internal', 'home.arpa'];
const localNetworks = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::1/128',
  'fc00::/7',
];

/**
 * Makes the hall's authority, which can vouch for local names and networks and for the names given, and for nothing else:
 * a thief of its key can't pretend to be a bank. Returns key and certificate as PEM. `now`: milliseconds since 1970 UTC.
 */
export async function makeAuthority(hall: string, own: CertificateNames, now: number): Promise<string> {
  const keys = await newKeys();
  const until = new Date(Math.max(now, earliestMoment));
  until.setUTCFullYear(until.getUTCFullYear() + authorityYears);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    // So that two halls' authorities are told apart in a list.
    name: [{ CN: [`Antre ${randomBytes(3).toString('hex').toUpperCase()}`] }, { O: [hall.slice(0, 60)] }],
    // No right clock is earlier; so it is valid whatever the machine's clock was as it was made.
    notBefore: new Date(earliestMoment),
    notAfter: until,
    signingAlgorithm: signing,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey, false, crypto),
      constraintsFor(own),
    ],
  });
  return `${await pemOfKey(keys.privateKey)}\n${certificate.toString('pem')}\n`;
}

/** Makes the server's certificate. Returns its key, itself and the authority's as PEM. Throws where `authority` is damaged. */
export async function makeServerCertificate(
  authority: { readonly key: string; readonly certificate: string },
  { names, addresses }: CertificateNames,
  now: number,
): Promise<string> {
  const issuer = new X509Certificate(authority.certificate);
  const signingKey = await crypto.subtle.importKey(
    'pkcs8',
    PemConverter.decodeFirst(authority.key),
    curve,
    false,
    ['sign'],
  );
  const keys = await newKeys();
  const from = Math.max(now, earliestMoment) - validDays.before * dayMs;
  const certificate = await X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: [{ CN: ['Antre'] }],
    issuer: issuer.subjectName,
    notBefore: new Date(from),
    notAfter: new Date(from + (validDays.before + validDays.after) * dayMs),
    signingAlgorithm: signing,
    publicKey: keys.publicKey,
    signingKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        ...names.map((value) => ({ type: 'dns' as const, value })),
        ...addresses.map((value) => ({ type: 'ip' as const, value })),
      ] satisfies JsonGeneralNames),
      await SubjectKeyIdentifierExtension.create(keys.publicKey, false, crypto),
      await AuthorityKeyIdentifierExtension.create(issuer, false, crypto),
    ],
  });
  return `${await pemOfKey(keys.privateKey)}\n${certificate.toString('pem')}\n${issuer.toString('pem')}\n`;
}

/** Returns those of the names that the authority can vouch for. Throws where its certificate is damaged. */
export function vouchedFor(authority: string, { names, addresses }: CertificateNames): CertificateNames {
  const extension = new X509Certificate(authority).getExtension(id_ce_nameConstraints);
  if (!extension) return { names, addresses };
  const { permittedSubtrees = [] } = AsnConvert.parse(extension.value, NameConstraints);
  const permitted = [...permittedSubtrees].map(({ base }) => base);
  const domains = permitted.flatMap(({ dNSName }) => dNSName ?? []);
  const networks = new BlockList();
  for (const { iPAddress } of permitted) {
    const [address = '', prefix] = iPAddress?.split('/') ?? [];
    if (isIP(address) !== 0) networks.addSubnet(address, Number(prefix), familyOf(address));
  }
  return {
    names: names.filter((name) => domains.some((each) => name === each || name.endsWith(`.${each}`))),
    addresses: addresses.filter((address) => networks.check(address, familyOf(address))),
  };
}

function constraintsFor({ names, addresses }: CertificateNames): Extension {
  const subtree = (base: Partial<GeneralName>) => new GeneralSubtree({ base: new GeneralName(base) });
  const domains = [...new Set([...localNames, ...names])];
  const networks = [...localNetworks, ...addresses.map((each) => `${each}/${isIP(each) === 4 ? 32 : 128}`)];
  const permittedSubtrees = new GeneralSubtrees([
    ...domains.map((dNSName) => subtree({ dNSName })),
    ...networks.map((iPAddress) => subtree({ iPAddress })),
  ]);
  return new Extension(
    id_ce_nameConstraints,
    true,
    AsnConvert.serialize(new NameConstraints({ permittedSubtrees })),
  );
}

function newKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(curve, true, ['sign', 'verify']);
}

async function pemOfKey(key: CryptoKey): Promise<string> {
  return PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

/** Sixteen bytes of chance, and never a negative number. */
function newSerial(): string {
  return `5${randomBytes(16).toString('hex').slice(1)}`;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}
