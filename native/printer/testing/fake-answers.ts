import type { Socket } from 'node:net';
import { allWell, type FakeNature } from './fake-nature';
import { realTimeStatus } from './fake-status';

/** Bytes. */
const floodSize = 200_000;

/** Sends a fake printer's answers down its line as its nature has it: whole, halved, dripping, drowned. */
export class FakeAnswers {
  /** Answers that are still dripping out. */
  #left: Buffer = Buffer.alloc(0);

  send(socket: Socket, bytes: readonly number[], nature: FakeNature): void {
    const { halfReplies, garbage, floods, closesAfterByte, answerBytesPerSecond, replyDelay } = nature;
    let answer = Buffer.from(halfReplies && bytes.length > 1 ? bytes.slice(0, 1) : bytes);
    if (garbage) {
      answer = Buffer.concat([Buffer.from([0x8a, 0xff, 0x37, 0x99]), answer, Buffer.from([0xc3, 0x00])]);
    }
    if (floods !== 'no') {
      const letter = floods === 'letters' ? 0x41 : realTimeStatus(allWell, 1);
      answer = Buffer.concat([Buffer.alloc(floodSize, letter), answer]);
    }
    if (closesAfterByte) {
      socket.end(answer.subarray(0, 1));
      return;
    }
    if (Number.isFinite(answerBytesPerSecond)) {
      const isDripping = this.#left.length > 0;
      this.#left = Buffer.concat([this.#left, answer]);
      if (!isDripping) this.#drip(socket, 1000 / answerBytesPerSecond);
      return;
    }
    if (replyDelay === 0) socket.write(answer);
    else setTimeout(() => socket.destroyed || socket.write(answer), replyDelay);
  }

  #drip(socket: Socket, pause: number): void {
    setTimeout(() => {
      if (socket.destroyed) this.#left = Buffer.alloc(0);
      if (this.#left.length === 0) return;
      socket.write(this.#left.subarray(0, 1));
      this.#left = this.#left.subarray(1);
      this.#drip(socket, pause);
    }, pause);
  }
}
