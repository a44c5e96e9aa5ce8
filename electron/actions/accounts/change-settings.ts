import { IANAZone } from 'luxon';
import { type Settings, settings } from '../../contract/settings';
import { Refusal } from '../../queue/refusal';
import { writeSettings } from '../../store/settings';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';

/**
 * Changes what is given of the hall's settings; the values fit the contract. Returns the whole as it is now.
 * Throws `Refusal('invalid_request')` for a time zone that doesn't exist.
 */
export function changeSettings(context: ActionContext, change: Partial<Settings>): Settings {
  const { transaction, hall } = context;
  if (change.timezone !== undefined && !IANAZone.isValidZone(change.timezone)) {
    const errors = [
      {
        path: 'timezone',
        fault: fieldFault('no_time_zone', { zone: String(change.timezone) }),
      },
    ];
    throw new Refusal('invalid_request', { errors });
  }
  writeSettings(transaction, change);
  transaction.announce({ kind: 'configuration' });
  return settings.parse({ ...hall.settings, ...change, version: hall.settings.version + 1 });
}
