// QEMU's sockets (its monitor, the guest's agent): a line of JSON asks, a line of JSON answers.
import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';

/** Connects to the socket at `path`, and returns what asks `(execute, parameters)` there, one after the other. */
export async function openJsonSocket(path) {
  const socket = await connected(path);
  const waiting = [];
  const lines = createInterface({ input: socket });
  // The machine was ended; whoever waits is told by the socket's end.
  lines.on('error', () => {});
  lines.on('line', (line) => {
    const { error, return: result, event } = JSON.parse(line);
    if (event || (error === undefined && result === undefined)) return;
    const [resolve, reject] = waiting.shift();
    if (error) reject(new Error(error.desc));
    else resolve(result);
  });
  socket.on('close', () => {
    for (const [, reject] of waiting.splice(0)) reject(new Error(`${path} was closed`));
  });
  return (execute, parameters = {}) =>
    new Promise((resolve, reject) => {
      waiting.push([resolve, reject]);
      socket.write(`${JSON.stringify({ execute, arguments: parameters })}\n`);
    });
}

/** Connects to a socket of QEMU, which makes them a moment after it was started. */
export async function connected(path, untilMs = Date.now() + 30_000) {
  for (;;) {
    const socket = createConnection(path);
    try {
      await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
      // The machine was ended.
      socket.on('error', () => {});
      return socket;
    } catch (error) {
      if (Date.now() > untilMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
