import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** The headers of somebody in the hall's network who comes by way of a proxy on this machine: nothing is proven. */
export const stranger = { 'x-forwarded-for': '192.168.1.66' } as const;

/** Opens a connection that says so much and no more; it is closed when the test has finished. */
export async function openSocket(url: string, words = ''): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  await new Promise((resolve) => socket.once('connect', resolve));
  if (words !== '') await new Promise((resolve) => socket.write(words, resolve));
  return socket;
}

/** Sends a request's head, and a body that never comes; waits until the server has read the head. */
export async function beginRequest(url: string, path: string): Promise<void> {
  const sent = request(`${url}${path}`, {
    method: 'POST',
    agent: false,
    headers: {
      ...stranger,
      'content-type': 'application/json',
      'content-length': '1000',
      expect: '100-continue',
    },
  });
  sent.on('error', () => undefined);
  onTestFinished(() => void sent.destroy());
  const isRead = new Promise((resolve) => sent.once('continue', resolve));
  sent.flushHeaders();
  await isRead;
}

/** So many requests are sent before their answers are read: fewer than one address may have under way. */
const atOnce = 50;

/** Asks a stranger's question so many times over one connection; returns how often each status was the answer. */
export async function askOver(
  url: string,
  path: string,
  times: number,
): Promise<ReadonlyMap<number, number>> {
  const socket = await openSocket(url);
  const { host } = new URL(url);
  const question = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-For: ${stranger['x-forwarded-for']}\r\n\r\n`;
  const counts = new Map<number, number>();
  let sent = 0;
  let answered = 0;
  let tail = '';
  const askOn = () => {
    const more = Math.min(atOnce, times - sent);
    sent += more;
    socket.write(question.repeat(more));
  };
  askOn();
  for await (const chunk of socket.setEncoding('latin1')) {
    tail += chunk;
    let read = 0;
    for (const { index, 0: line, 1: status } of tail.matchAll(/HTTP\/1\.1 (\d{3}) /g)) {
      counts.set(Number(status), (counts.get(Number(status)) ?? 0) + 1);
      answered += 1;
      read = index + line.length;
    }
    // A status line may come in two pieces.
    tail = tail.slice(Math.max(read, tail.length - 12));
    if (answered === times) break;
    if (answered === sent) askOn();
  }
  return counts;
}
