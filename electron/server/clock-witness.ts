import { networkInterfaces } from 'node:os';
import type { FastifyRequest } from 'fastify';
import type { HallClock } from '../clock';
import { isLoopbackAddress } from './network/addresses';

/** What this machine is called by in its networks; its own pages know nothing of the time that it doesn't. */
const own = new Set(
  Object.values(networkInterfaces()).flatMap((addresses) => addresses?.map(({ address }) => address) ?? []),
);

/** Takes over what the machine of a proven caller tells of its own clock, in the header `antre-time`, in milliseconds. */
export function hearClock(clock: HallClock, { headers, ip }: FastifyRequest): void {
  const told = Number(headers['antre-time']);
  if (!Number.isSafeInteger(told) || told <= 0 || isLoopbackAddress(ip) || own.has(ip)) return;
  clock.heard(ip, told);
}
