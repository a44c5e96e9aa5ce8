import type { FakeNature } from '../fake-nature';

/** An Epson TM-T82X at a line without end: what all other fakes are made of. */
export const nature: FakeNature = {
  answersStatus: [1, 2, 3, 4],
  answerOfItsOwn: () => null,
  answersNames: true,
  lies: false,
  answersAutomaticStatus: true,
  answersFunctionH: true,
  answersGsR: true,
  clearsOnRequest: true,
  halfReplies: false,
  garbage: false,
  floods: 'no',
  reads: true,
  lineBytesPerSecond: Number.POSITIVE_INFINITY,
  closesAfterByte: false,
  endsByReset: false,
  answerBytesPerSecond: Number.POSITIVE_INFINITY,
  replyDelay: 0,
  bytesPerSecond: Number.POSITIVE_INFINITY,
  maker: 'EPSON',
  model: 'TM-T82X',
  width: 576,
};
