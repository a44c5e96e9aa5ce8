import type { FakeNature } from '../fake-nature';
import { fakeEpson } from './fake-epson';

/** A clone that prints and says nothing, ever. */
export const fakeSilent: FakeNature = {
  ...fakeEpson,
  answersStatus: [],
  answersNames: false,
  answersAutomaticStatus: false,
  answersFunctionH: false,
  answersGsR: false,
  clearsOnRequest: false,
};
