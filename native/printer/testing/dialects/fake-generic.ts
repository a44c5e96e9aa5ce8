import type { FakeNature } from '../fake-nature';
import { fakeEpson } from './fake-epson';

/** A clone: it answers what nearly all of them answer. */
export const fakeGeneric: FakeNature = {
  ...fakeEpson,
  answersAutomaticStatus: false,
  answersFunctionH: false,
  clearsOnRequest: false,
  maker: 'Xprinter',
  model: 'XP-80C',
};
