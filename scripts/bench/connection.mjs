import { connect } from 'node:net';

/**
 * One kept HTTP connection that asks one thing after another. Spare, because what the asking side costs is taken for the
 * server's where both are measured together.
 */
export class Connection {
  #socket;
  #host;
  #received = Buffer.alloc(0);
  #answered = null;

  /** Opens a connection to `http://HOST:PORT`. */
  static async open(url) {
    const { hostname, port, host } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new Connection(socket, host);
  }

  constructor(socket, host) {
    this.#socket = socket;
    this.#host = host;
    socket.on('data', (chunk) => {
      this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
      this.#look();
    });
    socket.on('close', () => this.#answered?.reject(new Error('the connection was closed')));
  }

  /** Posts JSON; resolves with the status and the body's text. */
  post(path, body, headers = '') {
    const text = body === undefined ? '' : JSON.stringify(body);
    const type = body === undefined ? '' : 'content-type: application/json\r\n';
    return new Promise((resolve, reject) => {
      this.#answered = { resolve, reject };
      this.#socket.write(
        `POST /api/v1${path} HTTP/1.1\r\nhost: ${this.#host}\r\n${type}content-length: ${Buffer.byteLength(text)}\r\n${headers}\r\n${text}`,
      );
    });
  }

  close() {
    this.#answered = null;
    this.#socket.destroy();
  }

  #look() {
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#received.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#received.length < end + 4 + length) return;
    const body = this.#received.toString('utf8', end + 4, end + 4 + length);
    this.#received = this.#received.subarray(end + 4 + length);
    const answered = this.#answered;
    this.#answered = null;
    answered?.resolve({ status: Number(head.slice(9, 12)), body });
  }
}
