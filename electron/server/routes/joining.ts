import { isJoinable, joinByPhone } from '../../actions/join-by-phone';
import type { RouteName } from '../../contract/routes';
import { addressForPhones, holderTicketView } from '../../views/ticket-view';
import { addressOf } from '../callers';
import { DoorCodes } from '../door-codes';
import type { ServerParts } from '../parts';
import { languageOf } from '../problems';
import { type Handlers, viewContextOf } from '../routing/route-request';

/** Taking a number by phone inside the hall. */
export function joiningHandlers({ clock }: Pick<ServerParts, 'clock'>) {
  const codes = new DoorCodes(clock);
  return {
    doorCode: ({ look }) => {
      const { settings } = look().hall;
      const { code, renewIn, goodFor } = codes.show();
      const url = settings.phoneJoining ? addressForPhones(settings, `/gabung/${code}`) : null;
      const state = url !== null ? 'on' : settings.phoneJoining ? 'no_address' : 'off';
      return { status: 200, body: { state, url, renewIn, goodFor } };
    },
    joining: ({ look, params }) => {
      const goodFor = codes.goodFor(params.code);
      const { hall } = look();
      const counterIds = hall.counters.filter(({ id }) => isJoinable(hall, id)).map(({ id }) => String(id));
      return { status: 200, body: { goodFor, counterIds } };
    },
    joinByPhone: async ({ actTogether, params, body, raw }) => {
      let giveBack: (() => void) | undefined;
      try {
        // Within the act: whoever asks again by the same key gets the same number, however old the code is by then.
        return await actTogether((context) => {
          giveBack?.();
          giveBack = codes.take(params.code, addressOf(raw));
          const { token } = joinByPhone(context, {
            serviceId: Number(body.serviceId),
            priority: body.priority ?? null,
            language: body.language ?? languageOf(raw.headers['accept-language']),
            held: body.held ?? [],
          });
          return { status: 201, body: holderTicketView(viewContextOf(context), token) };
        });
      } catch (error) {
        giveBack?.();
        throw error;
      }
    },
  } satisfies Partial<Handlers<RouteName>>;
}
