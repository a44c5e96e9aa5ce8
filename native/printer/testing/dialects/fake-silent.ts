import type { FakeNature } from '../fake-nature';
import { nature as epson } from './fake-epson';

/** A clone that prints and says nothing, ever. */
export const nature: FakeNature = {
  ...epson,
  answersStatus: [],
  answersNames: false,
  answersAutomaticStatus: false,
  answersFunctionH: false,
  answersGsR: false,
  clearsOnRequest: false,
};
