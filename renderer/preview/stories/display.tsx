import '../../ui/fonts';
import '../../ui/tokens.css';
import '../../display/display.css';
import type { Board, DisplaySnapshot } from '../../../electron/contract/lobby';
import { DisplayPage } from '../../display/display-page';
import { board, device, display, named } from '../samples';
import type { Stories, Story } from '../story';

const shown = (change: Partial<DisplaySnapshot> = {}, its: Partial<Board> = {}): Story => ({
  draw: () => <DisplayPage zone={undefined} />,
  answers: { ownDevice: { ...device, kind: 'display' }, voices: [] },
  topics: { board: { ...board, ...its }, display: { ...display, ...change } },
});

export const stories: Stories = {
  Calls: shown(),
  'Before the first call': shown({}, { calls: [] }),
  'In practice': shown({ practice: true }),
  'Nothing but calls': shown({
    layout: { ...display.layout, nowServing: false, notices: false, runningText: false },
  }),
  'A counter that is stopped': shown(
    {},
    {
      stops: [
        {
          of: named('Imigrasi'),
          counterId: 'C',
          reason: named('Berhenti sampai kira-kira 10.30'),
          cause: named('Listrik padam'),
          until: '2026-11-24T10:30:00+07:00',
          letters: ['C'],
        },
      ],
    },
  ),
  'The server is not there yet': { draw: () => <DisplayPage zone={undefined} /> },
};
