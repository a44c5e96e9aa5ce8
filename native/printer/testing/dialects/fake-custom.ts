import type { FakeCondition, FakeNature } from '../fake-nature';
import { nature as epson } from './fake-epson';

/** A printer of Custom's in a kiosk: the one question of its own it answers with everything. */
export const nature: FakeNature = {
  ...epson,
  answersStatus: [],
  answerOfItsOwn: ({ name, parameters }, condition) =>
    name === 'DLE EOT' && parameters[0] === 20 ? fullStatus(condition) : null,
  answersAutomaticStatus: false,
  answersFunctionH: false,
  clearsOnRequest: false,
  maker: 'CUSTOM',
  model: 'KPM216H',
};

/** Bits by Custom's manual. */
function fullStatus({
  paper,
  coverOpen,
  cutterJammed,
  unrecoverable,
  overheated,
  ticketInMouth,
}: FakeCondition): number[] {
  return [
    0x10,
    0x0f,
    (paper === 'out' ? 0x01 : 0) | (paper === 'enough' ? 0 : 0x04) | (ticketInMouth ? 0x20 : 0),
    coverOpen ? 0x02 : 0,
    overheated ? 0x01 : 0,
    (cutterJammed ? 0x01 : 0) | (unrecoverable ? 0x04 : 0),
  ];
}
