import type { KioskWay } from '../contract/kiosk-ways';
import { countAccess } from '../store/access-days';
import type { ActionContext } from './action';

/** Somebody began at a kiosk by speech or in large letters; counted though no number comes of it. */
export function countKioskWay({ transaction, businessDate, hall }: ActionContext, way: KioskWay): void {
  countAccess(
    transaction,
    { businessDate, practice: hall.settings.practice },
    way === 'spoken' ? 'spokenBegun' : 'largeBegun',
  );
}

/** A number was given to somebody who came by that way. */
export function countNumberByWay({ transaction, businessDate, hall }: ActionContext, way: KioskWay): void {
  countAccess(
    transaction,
    { businessDate, practice: hall.settings.practice },
    way === 'spoken' ? 'spokenNumbers' : 'largeNumbers',
  );
}
