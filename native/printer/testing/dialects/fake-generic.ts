import type { FakeNature } from '../fake-nature';
import { nature as epson } from './fake-epson';

/** A clone: it answers what nearly all of them answer. */
export const nature: FakeNature = {
  ...epson,
  answersAutomaticStatus: false,
  answersFunctionH: false,
  clearsOnRequest: false,
  maker: 'Xprinter',
  model: 'XP-80C',
};
