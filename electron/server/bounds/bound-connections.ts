import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as SecureServer } from 'node:https';
import type { Socket } from 'node:net';

/** Connections that nobody proven uses and on which nothing is being answered, of one address and of all. */
const quietBounds = { each: 64, all: 2_000 };
/** Of one listener. Beyond this the system's own limits are near; the quiet ones can't take so many. */
const connectionLimit = 10_000;

/**
 * Bounds the connections that wait: before their first request, in the handshake of TLS too, while its head comes in, and
 * between requests. Where there are too many, of one address or of all, the one that has waited longest is closed, so that
 * a newcomer always gets in. A connection over which somebody proven asked isn't counted any more. What is counted
 * is the connection below TLS.
 */
export class BoundConnections {
  /** Each quiet connection with its address, the longest waiting first. */
  readonly #quiet = new Map<Socket, string>();
  readonly #quietOf = new Map<string, Set<Socket>>();
  readonly #busy = new WeakMap<Socket, number>();
  readonly #proven = new WeakSet<Socket>();
  /** Of each socket that requests come from by TLS, the one below. */
  readonly #below = new WeakMap<Socket, Socket>();

  /** Together the servers have no more places than one. */
  constructor(servers: readonly (Server | SecureServer)[]) {
    for (const server of servers) this.#bound(server);
  }

  #bound(server: Server | SecureServer): void {
    server.maxConnections = connectionLimit;
    server.on('connection', (socket: Socket) => {
      this.#wait(socket);
      socket.once('close', () => this.#forget(socket));
    });
    if (server instanceof SecureServer) this.#findBelow(server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const socket = this.#counted(request.socket);
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
  keep(requestSocket: Socket): void {
    const socket = this.#counted(requestSocket);
    this.#proven.add(socket);
    this.#forget(socket);
  }

  #counted(socket: Socket): Socket {
    return this.#below.get(socket) ?? socket;
  }

  /** Node tells of both sockets, but not which are one connection: their far ends say so. */
  #findBelow(server: SecureServer): void {
    const shaking = new Map<string, Socket>();
    const farEnd = ({ remoteAddress, remotePort }: Socket) => `${remoteAddress} ${remotePort}`;
    server.on('connection', (socket: Socket) => {
      const end = farEnd(socket);
      shaking.set(end, socket);
      socket.once('close', () => {
        if (shaking.get(end) === socket) shaking.delete(end);
      });
    });
    server.on('secureConnection', (socket) => {
      const below = shaking.get(farEnd(socket));
      if (below) this.#below.set(socket, below);
      shaking.delete(farEnd(socket));
    });
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
