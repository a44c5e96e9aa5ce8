import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer, type Server, type ServerOptions } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Log } from '../../log';
import type { HallCertificate } from './hall-certificate';

/** A handshake is a few packets; who takes longer is not coming. */
const handshakeTimeoutMs = 10_000;

/**
 * The server's second door, by https: the same routes behind it. It opens once there is a certificate, takes a new one
 * without being closed, and where it can't open the first door stays as it is.
 */
export class SecureListener {
  readonly server: Server;
  readonly #address: { readonly host: string; readonly port: number };
  readonly #certificate: HallCertificate;
  readonly #log: Log;
  /** Connections as they are below TLS, also those whose handshake never ends. */
  readonly #open = new Set<Socket>();
  #fault: string | null = null;

  constructor(parts: {
    readonly host: string;
    /** 0 lets the system choose a free one. */
    readonly port: number;
    readonly certificate: HallCertificate;
    readonly options: ServerOptions;
    readonly onBrokenRequest: (error: Error, socket: Socket) => void;
    readonly log: Log;
  }) {
    this.#address = { host: parts.host, port: parts.port };
    this.#certificate = parts.certificate;
    this.#log = parts.log;
    this.server = createServer({
      ...parts.options,
      handshakeTimeout: handshakeTimeoutMs,
      minVersion: 'TLSv1.2',
      // HTTP/2 has no connection that waits for one request: the bounds of `bounds/` count by these.
      ALPNProtocols: ['http/1.1'],
    });
    this.server.on('connection', (socket: Socket) => {
      this.#open.add(socket);
      socket.once('close', () => this.#open.delete(socket));
    });
    const isSecured = new WeakSet<object>();
    this.server.on('secureConnection', (socket) => void isSecured.add(socket));
    this.server.on('clientError', (error: Error, socket) => {
      // Without a handshake there is nobody to tell.
      if (isSecured.has(socket)) parts.onBrokenRequest(error, socket as Socket);
      else socket.destroy();
    });
    parts.certificate.onRenewed(({ pem }) => this.server.setSecureContext({ key: pem, cert: pem }));
  }

  /** The port, or null while it is closed. */
  get port(): number | null {
    return (this.server.address() as AddressInfo | null)?.port ?? null;
  }

  /** Why it can't listen, in the system's words, or null. */
  get fault(): string | null {
    return this.#fault;
  }

  /** From now on this answers requests. */
  answerBy(answer: RequestListener): void {
    this.server.on('request', answer);
  }

  /** Looks after the certificate, and opens where there is one and it is closed. Never rejects. */
  async look(): Promise<void> {
    await this.#certificate.look();
    if (this.#certificate.server === null || this.server.listening) return;
    try {
      this.server.listen(this.#address);
      await once(this.server, 'listening');
      this.#fault = null;
      this.#log.info({ port: this.port }, 'https is served');
    } catch (error) {
      const fault = (error as Error).message;
      if (fault !== this.#fault) this.#log.error({ err: error }, "https can't be served");
      this.#fault = fault;
    }
  }

  /** Ends every connection and frees the port. */
  async stop(): Promise<void> {
    if (!this.server.listening) return;
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.#open) socket.destroy();
    await closed;
  }
}
