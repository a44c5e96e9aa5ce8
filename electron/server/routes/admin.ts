import { changeSettings } from '../../actions/accounts/change-settings';
import { hashSecret } from '../../actions/accounts/secret-hash';
import { goLive } from '../../actions/go-live';
import type { RouteName } from '../../contract/routes';
import type { Settings, ShownSettings } from '../../contract/settings';
import { Refusal } from '../../queue/refusal';
import { readHall } from '../../store/hall';
import { fieldFault } from '../../texts/field-fault';
import { siteView } from '../../views/site-view';
import { matchesTag, tagOf } from '../routing/edit';
import { type Handlers, present, viewContextOf } from '../routing/route-request';

const byHttpsFirst = fieldFault('https_first');

/** What admins set up. */
export const adminRoutes = {
  settings: ({ look }) => ({ status: 200, body: shownSettings(look().hall.settings) }),
  changeSettings: async ({ act, body, raw }) => {
    const { exitPin, ...fields } = body;
    // Who can't come by https would lock out everybody who can't either.
    if (fields.httpsRequired === true && raw.protocol !== 'https') {
      throw new Refusal('invalid_request', { errors: [{ path: 'httpsRequired', fault: byHttpsFirst }] });
    }
    const exitPinHash = typeof exitPin === 'string' ? await hashSecret(exitPin) : exitPin;
    return act((context) => {
      const before = shownSettings(context.hall.settings);
      const wanted = raw.headers['if-match'];
      if (wanted !== undefined && !matchesTag(wanted, tagOf(before))) {
        throw new Refusal('changed_meanwhile');
      }
      const after = shownSettings(
        changeSettings(context, {
          ...present(fields),
          ...(exitPinHash === undefined ? {} : { exitPinHash }),
        }),
      );
      return { status: 200, body: after, edit: { subject: 'settings', before, after } };
    });
  },
  goLive: ({ act }) =>
    act((context) => {
      const edit = { subject: 'site', after: goLive(context) } as const;
      // The configuration that is kept is read anew only after the commit.
      const live = { ...context, hall: readHall(context.transaction) };
      return { status: 200, body: siteView(viewContextOf(live)), edit };
    }),
} satisfies Partial<Handlers<RouteName>>;

function shownSettings({
  exitPinHash,
  hallStop,
  numberLimits,
  ticketLayout,
  voiceRevision,
  ...shown
}: Settings): ShownSettings {
  return { ...shown, exitPinSet: exitPinHash !== null };
}
