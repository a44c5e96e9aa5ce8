import { DateTime } from 'luxon';
import { runningServer, type TestServer } from './running-server';
import { testHall } from './test-hall';

/** By which way to ask by https, and whom to trust for it. */
export interface Door {
  readonly port: number;
  /** As PEM. */
  readonly authority: string;
}

/**
 * A server that is also reached by https, while the hall is open. Its clock shows nearly the present (this week's Tuesday):
 * so do those who look at certificates.
 */
export async function secureServer(
  options: Omit<NonNullable<Parameters<typeof runningServer>[0]>, 'hall'> = {},
): Promise<TestServer> {
  const hall = testHall();
  const today = DateTime.now().setZone('Asia/Jakarta');
  hall.clock.set(today.set({ weekday: 2, hour: 9, minute: 0 }).toISO() ?? '');
  return await runningServer({ httpsPort: 0, ...options, hall });
}

/** Fetches the authority's certificate as people do, by plain HTTP. */
export async function doorOf({ url, httpsPort }: Pick<TestServer, 'url' | 'httpsPort'>): Promise<Door> {
  const response = await fetch(`${url}/sertifikat.crt`);
  if (response.headers.get('content-type') !== 'application/x-x509-ca-cert')
    throw new Error('no certificate');
  if (httpsPort === null) throw new Error('https is not served');
  return { port: httpsPort, authority: pemOf(Buffer.from(await response.arrayBuffer())) };
}

/** A certificate's bytes as PEM. */
export function pemOf(der: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
}
