import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Connections that nobody proven uses and on which nothing is being answered, of one address and of all. */
const quietBounds = { each: 64, all: 2_000 };
/** Beyond this the system's own limits are near; the quiet ones can't take so many. */
const connectionLimit = 10_000;

/**
 * Bounds the connections that wait: before their first request, while its head comes in, and between requests. Where
 * there are too many, of one address or of all, the one that has waited longest is closed, so that whoever comes anew
 * always gets in. A connection over which somebody proven asked isn't counted any more.
 */
export class BoundConnections {
  /** Each quiet connection with its address, the longest waiting first. */
  readonly #quiet = new Map<Socket, string>();
  readonly #quietOf = new Map<string, Set<Socket>>();
  readonly #busy = new WeakMap<Socket, number>();
  readonly #proven = new WeakSet<Socket>();

  constructor(server: Server) {
    server.maxConnections = connectionLimit;
    server.on('connection', (socket: Socket) => {
      this.#wait(socket);
      socket.once('close', () => this.#forget(socket));
    });
    server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
      this.#busy.set(socket, (this.#busy.get(socket) ?? 0) + 1);
      this.#forget(socket);
      response.once('close', () => {
        const left = (this.#busy.get(socket) ?? 1) - 1;
        this.#busy.set(socket, left);
        if (left === 0 && !socket.destroyed) this.#wait(socket);
      });
    });
  }

  /** How many wait. */
  get quietCount(): number {
    return this.#quiet.size;
  }

  /** Somebody proven asks over it. */
  keep(socket: Socket): void {
    this.#proven.add(socket);
    this.#forget(socket);
  }

  #wait(socket: Socket): void {
    if (this.#proven.has(socket)) return;
    const address = socket.remoteAddress ?? '';
    const neighbours = this.#quietOf.get(address) ?? new Set();
    this.#quietOf.set(address, neighbours.add(socket));
    this.#quiet.set(socket, address);
    if (neighbours.size > quietBounds.each) this.#closeFirst(neighbours);
    if (this.#quiet.size > quietBounds.all) this.#closeFirst(this.#quiet.keys());
  }

  #closeFirst(sockets: Iterable<Socket>): void {
    for (const socket of sockets) {
      this.#forget(socket);
      socket.destroy();
      return;
    }
  }

  #forget(socket: Socket): void {
    const address = this.#quiet.get(socket);
    if (address === undefined) return;
    this.#quiet.delete(socket);
    const neighbours = this.#quietOf.get(address);
    neighbours?.delete(socket);
    if (neighbours?.size === 0) this.#quietOf.delete(address);
  }
}
