import { createServer, type Server, type Socket } from 'node:net';
import { type Command, findRealTimeCommands, readCommand } from '../escpos-commands';
import { Paper } from '../paper';
import { nature as epson } from './dialects/fake-epson';
import { FakeAnswers } from './fake-answers';
import { FakeLine } from './fake-line';
import { allWell, type FakeCondition, type FakeNature } from './fake-nature';
import { isOnline, realTimeStatus, statusBlock } from './fake-status';

/** A piece of paper: what was printed until the cut, or until the next job's ESC @ where no cut came. */
export interface FakePaper {
  /** The texts on it, a line each. */
  readonly lines: readonly string[];
  /** The bytes that made it, in the order they were taken from the buffer. */
  readonly bytes: Buffer;
  /** Whether it was cut off whole; else the job broke off on it. */
  readonly cut: boolean;
  /** When its first byte came in and when it was cut, by `performance.now()`. */
  readonly firstByteAt: number;
  readonly endedAt: number;
}

/**
 * A receipt printer on a TCP port of this machine that obeys the real protocol: DLE EOT, DLE ENQ and DLE DC4 the
 * moment they come in, even while it is offline; all else queues and is taken only while it is online, GS a, GS I,
 * GS r and GS ( H answered as they are taken. It has one buffer for all clients to come (what a lost line left
 * there prints later, a half command waits for its other half), and serves one client at a time.
 */
export interface FakePrinter {
  readonly host: string;
  readonly port: number;
  /** What came out, oldest first; the piece that is being printed is not among them. */
  readonly papers: readonly FakePaper[];
  /** The lines on the paper that is under the head now. */
  readonly unfinished: readonly string[];
  /** Bytes received since the start, status requests and all. */
  readonly receivedBytes: number;
  /** Bytes received and not yet taken from the buffer. */
  readonly waitingBytes: number;
  /** Connections that were taken, and those turned away since another was open. */
  readonly accepted: number;
  readonly turnedAway: number;
  /** How often its buffer was cleared by DLE DC4. */
  readonly cleared: number;
  /** How often it was told by DLE ENQ to leave an error. */
  readonly recoveries: number;
  /** Pulses that went to its drawer port, as their parameters. */
  readonly pulses: readonly (readonly number[])[];
  /** Whether a client is connected. */
  readonly connected: boolean;
  /** Changes what is wrong with it; status blocks are pushed and printing goes on as the change asks. */
  become(condition: Partial<FakeCondition>): void;
  /** Changes what kind of printer it is. */
  behave(nature: Partial<FakeNature>): void;
  /** The paper ends once so many more lines are printed. */
  runOutAfterLines(lines: number): void;
  /** The line is reset once so many more bytes have come in; those are in the buffer. */
  dropLineAfterBytes(bytes: number): void;
  /** The line is reset as the next ticket is cut: it is out, and nobody hears of it. */
  dropLineAtCut(): void;
  /** Resets the line now. */
  dropLine(): void;
  /** Pulls the network cable and the power: connections are refused, the buffer is empty, the paper keeps. */
  unplug(): void;
  /** Plugs it in again on the same port. */
  plug(): Promise<void>;
  /** Resolves as soon as the condition holds, seen after each event. Rejects after `milliseconds`. */
  until(condition: () => boolean, milliseconds?: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts a fake printer on `port` (0: a free one) of `host`. Rejects where it can't listen there. */
export async function startFakePrinter(
  options: { readonly host?: string; readonly port?: number; readonly nature?: Partial<FakeNature> } = {},
): Promise<FakePrinter> {
  const printer = new TcpFakePrinter(options.host ?? '127.0.0.1', options.nature ?? {});
  await printer.listen(options.port ?? 0);
  return printer;
}

class TcpFakePrinter implements FakePrinter {
  readonly host: string;
  port = 0;
  readonly papers: FakePaper[] = [];
  receivedBytes = 0;
  accepted = 0;
  turnedAway = 0;
  cleared = 0;
  recoveries = 0;
  readonly pulses: number[][] = [];

  #condition: FakeCondition = allWell;
  /** Its cutter was jammed, and nobody has told it since to leave that error. */
  #cutterError = false;
  #nature: FakeNature;
  #server: Server | undefined;
  #client: Socket | undefined;
  #buffer: Buffer = Buffer.alloc(0);
  /** The end of what came in, where a real-time command may be half. */
  #tail: Buffer = Buffer.alloc(0);
  #automaticStatus = 0;
  #paper: Paper;
  #paperBytes: Buffer[] = [];
  #paperFirstByteAt = 0;
  #bufferFirstByteAt = 0;
  #linesLeft = Number.POSITIVE_INFINITY;
  #bytesUntilDrop = Number.POSITIVE_INFINITY;
  #dropAtCut = false;
  readonly #answers = new FakeAnswers();
  #pause: NodeJS.Timeout | undefined;
  readonly #watchers = new Set<() => void>();

  constructor(host: string, nature: Partial<FakeNature>) {
    this.host = host;
    this.#nature = { ...epson, ...nature };
    this.#paper = new Paper(this.#nature.width);
  }

  get unfinished(): readonly string[] {
    return this.#paper.lines;
  }

  get waitingBytes(): number {
    return this.#buffer.length;
  }

  get connected(): boolean {
    return this.#client !== undefined;
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const server = createServer({ allowHalfOpen: true }, (socket) => this.#accept(socket));
      server.once('error', reject);
      server.listen(port, this.host, () => {
        const address = server.address();
        if (address !== null && typeof address === 'object') this.port = address.port;
        this.#server = server;
        resolve();
      });
    });
  }

  become(condition: Partial<FakeCondition>): void {
    this.#condition = { ...this.#condition, ...condition };
    this.#cutterError ||= this.#condition.cutterJammed;
    if (condition.paper === 'enough' || condition.paper === 'low') {
      this.#linesLeft = Number.POSITIVE_INFINITY;
    }
    this.#pushStatus();
    this.#consume();
    this.#notify();
  }

  behave(nature: Partial<FakeNature>): void {
    this.#nature = { ...this.#nature, ...nature };
    if (this.#nature.reads) this.#client?.resume();
    else this.#client?.pause();
    this.#consume();
  }

  runOutAfterLines(lines: number): void {
    this.#linesLeft = lines;
  }

  dropLineAfterBytes(bytes: number): void {
    this.#bytesUntilDrop = bytes;
  }

  dropLineAtCut(): void {
    this.#dropAtCut = true;
  }

  dropLine(): void {
    this.#client?.resetAndDestroy();
    this.#client = undefined;
    this.#notify();
  }

  unplug(): void {
    this.dropLine();
    this.#server?.close();
    this.#server = undefined;
    this.#buffer = Buffer.alloc(0);
    this.#tail = Buffer.alloc(0);
    this.#automaticStatus = 0;
    this.#cutterError = this.#condition.cutterJammed;
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#paper.obey({ name: 'ESC @', parameters: new Uint8Array() });
    this.#notify();
  }

  async plug(): Promise<void> {
    if (!this.#server) await this.listen(this.port);
    this.#notify();
  }

  until(condition: () => boolean, milliseconds = 60_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!condition()) return;
        clearTimeout(timer);
        this.#watchers.delete(look);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#watchers.delete(look);
        reject(new Error(`the fake printer did not come to: ${condition.toString()}`));
      }, milliseconds);
      this.#watchers.add(look);
      look();
    });
  }

  close(): Promise<void> {
    clearTimeout(this.#pause);
    this.dropLine();
    const server = this.#server;
    this.#server = undefined;
    return new Promise((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  /** How it is as far as it knows. */
  get #felt(): FakeCondition {
    return { ...this.#condition, cutterJammed: this.#cutterError };
  }

  /** What it says of itself, which need not be so. */
  get #said(): FakeCondition {
    return this.#nature.lies ? allWell : this.#felt;
  }

  #notify(): void {
    for (const look of [...this.#watchers]) look();
  }

  #accept(socket: Socket): void {
    if (this.#client) {
      this.turnedAway += 1;
      socket.on('error', () => undefined);
      socket.resetAndDestroy();
      this.#notify();
      return;
    }
    this.accepted += 1;
    this.#client = socket;
    this.#automaticStatus = 0;
    this.#tail = Buffer.alloc(0);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    const line = new FakeLine((bytes) => this.#receive(socket, bytes));
    socket.on('data', (bytes: Buffer) => line.carry(bytes, this.#nature.lineBytesPerSecond));
    socket.on('end', () => (this.#nature.endsByReset ? socket.resetAndDestroy() : socket.end()));
    socket.on('close', () => line.end());
    if (!this.#nature.reads) socket.pause();
    socket.on('close', () => {
      if (this.#client === socket) this.#client = undefined;
      this.#notify();
    });
    this.#notify();
  }

  #receive(socket: Socket, bytes: Buffer): void {
    if (this.#client !== socket) return;
    const taken = bytes.subarray(0, this.#bytesUntilDrop);
    this.#bytesUntilDrop -= taken.length;
    this.receivedBytes += taken.length;
    if (this.#buffer.length === 0) this.#bufferFirstByteAt = performance.now();
    this.#buffer = Buffer.concat([this.#buffer, taken]);

    const seen = Buffer.concat([this.#tail, taken]);
    const { commands, end } = findRealTimeCommands(seen);
    this.#tail = seen.subarray(end);
    for (const command of commands) this.#obeyAtOnce(command);
    this.#consume();
    if (this.#bytesUntilDrop <= 0) {
      this.#bytesUntilDrop = Number.POSITIVE_INFINITY;
      this.dropLine();
    }
    this.#notify();
  }

  #obeyAtOnce(command: Command): void {
    const { name, parameters } = command;
    const operation = parameters[0] ?? 0;
    const own = this.#nature.answerOfItsOwn(command, this.#felt);
    if (own) this.#reply(own);
    else if (name === 'DLE EOT' && this.#nature.answersStatus.includes(operation)) {
      this.#reply([realTimeStatus(this.#said, operation)]);
    }
    if (name === 'DLE ENQ') {
      this.recoveries += 1;
      this.#cutterError = this.#condition.cutterJammed;
      if (operation === 2) this.#clear();
      this.#pushStatus();
    }
    if (name === 'DLE DC4' && operation === 8 && this.#nature.clearsOnRequest) {
      this.#clear();
      this.cleared += 1;
      this.#reply([0x37, 0x25, 0x00]);
    }
  }

  #clear(): void {
    this.#buffer = Buffer.alloc(0);
    this.#paper.obey({ name: 'ESC @', parameters: new Uint8Array() });
  }

  #pushStatus(): void {
    if (this.#automaticStatus !== 0 && this.#nature.answersAutomaticStatus)
      this.#reply(statusBlock(this.#said));
  }

  #reply(bytes: readonly number[]): void {
    if (this.#client && !this.#condition.hung) this.#answers.send(this.#client, bytes, this.#nature);
  }

  /** Takes from the buffer what it may, as quickly as it may. */
  #consume(): void {
    if (this.#pause) return;
    while (isOnline(this.#felt) && !this.#condition.hung && !this.#condition.stalled) {
      const next = readCommand(this.#buffer, 0);
      if (!next) return;
      const bytes = this.#buffer.subarray(0, next.end);
      this.#buffer = this.#buffer.subarray(next.end);
      this.#obey(next.command, bytes);
      if (Number.isFinite(this.#nature.bytesPerSecond)) {
        this.#pause = setTimeout(
          () => {
            this.#pause = undefined;
            this.#consume();
            this.#notify();
          },
          (bytes.length / this.#nature.bytesPerSecond) * 1000,
        );
        return;
      }
    }
  }

  #obey(command: Command, bytes: Buffer): void {
    const { name, parameters } = command;
    if (name === 'ESC @' && this.#paper.y > 0) this.#endPaper(false);
    if (name.startsWith('DLE')) return;
    if (name === 'ESC p') {
      this.pulses.push([...parameters]);
      return;
    }
    // Questions after the last cut stand before ESC @, with which a ticket begins.
    if (this.#paperBytes.length === 0 || (name === 'ESC @' && this.#paper.y === 0)) {
      this.#paperFirstByteAt = this.#bufferFirstByteAt;
    }
    this.#paperBytes.push(Buffer.from(bytes));
    const before = this.#paper.y;
    this.#paper.obey(command);
    if (this.#paper.y > before) {
      this.#linesLeft -= 1;
      if (this.#linesLeft <= 0) this.become({ paper: 'out' });
    }
    if (name === 'GS V' || name === 'ESC i' || name === 'ESC m') {
      this.#endPaper(true);
      if (this.#dropAtCut) this.dropLine();
      this.#dropAtCut = false;
    }
    if (name === 'GS a') {
      this.#automaticStatus = parameters[0] ?? 0;
      this.#pushStatus();
    }
    if (name === 'GS r' && this.#nature.answersGsR) this.#reply([statusBlock(this.#said)[2] ?? 0]);
    if (name === 'GS I') this.#identify(parameters[0] ?? 0);
    if (name === 'GS ( H' && this.#nature.answersFunctionH && parameters.length === 8) {
      this.#reply([0x37, 0x22, ...parameters.subarray(4, 8), 0x00]);
    }
  }

  #identify(which: number): void {
    if (!this.#nature.answersNames) return;
    if (which === 66) this.#reply([0x5f, ...Buffer.from(this.#nature.maker, 'latin1'), 0x00]);
    else if (which === 67) this.#reply([0x5f, ...Buffer.from(this.#nature.model, 'latin1'), 0x00]);
    else this.#reply([0x02]);
  }

  #endPaper(cut: boolean): void {
    if (this.#paper.marks.length > 0) {
      this.papers.push({
        lines: this.#paper.lines,
        bytes: Buffer.concat(this.#paperBytes),
        cut,
        firstByteAt: this.#paperFirstByteAt,
        endedAt: performance.now(),
      });
    }
    this.#paper = new Paper(this.#nature.width);
    this.#paperBytes = [];
  }
}
