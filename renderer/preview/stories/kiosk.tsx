import '../../ui/fonts';
import '../../ui/tokens.css';
import '../../kiosk/ground.css';
import type { KioskSnapshot } from '../../../electron/contract/operation';
import type { MenuCounter } from '../../../electron/contract/site';
import { Kiosk } from '../../kiosk/kiosk';
import { counters, device, kiosk, named, site, ticket } from '../samples';
import type { Stories, Story } from '../story';

/** The kiosk's page; a tap on a service gives a number, which has no paper yet. */
const shown = (change: Partial<KioskSnapshot> = {}, menu: readonly MenuCounter[] = counters): Story => ({
  draw: () => <Kiosk />,
  answers: { ownDevice: device, site, issueTicket: ticket, ticket },
  topics: { kiosk: { ...kiosk, ...change }, counters: menu },
});

export const stories: Stories = {
  'First screen': shown(),
  'First screen in practice': shown({ practice: true }),
  'First screen with words of its own': shown({
    prompt: named('Mau mengurus apa?'),
    notice: named('Hari ini tutup pukul 14.00.'),
  }),
  'Paper has run out': shown({ printer: { state: 'paper_out', cause: 'paper_out', detail: null } }),
  'The touch screen came loose': shown({ touchScreen: { state: 'gone', keyboard: true } }),
  'Many counters': shown(
    {},
    Array.from({ length: 60 }, (_, index) => ({
      ...(counters[index % counters.length] as MenuCounter),
      id: String(index),
      code: `A${index}`,
    })),
  ),
  'The server is not there yet': { draw: () => <Kiosk />, answers: { ownDevice: device } },
};
