import { type Catalogue, catalogue } from '../../texts/catalogue';
import type indonesian from '../../texts/id/office/history-fields.json';
import type { AdminToken, AdminUser } from '../admin';
import type { SecondPlaceState } from '../admin-copies';
import type { AdminDevice } from '../admin-devices';
import type { AdminClosure, AdminCounter, AdminDesk, AdminHours, AdminService } from '../admin-hall';
import type { PaperBlock } from '../admin-paper';
import type { AdminSlide } from '../admin-screens';
import type { Language } from '../languages';
import type { AdminPrinter } from '../printers';
import { type displayFields, isSetting, type settingFields, settingName } from '../setting-words';
import type { SettingKey, Settings } from '../settings';
import type { StandardChange } from '../standards';
import type { TicketLayout } from '../ticket-layout';

/** Whatever an admin changes, and so reads of in the history. */
type Field =
  | SettingKey
  | keyof AdminCounter
  | keyof AdminService
  | keyof AdminDesk
  | keyof AdminHours
  | keyof AdminClosure
  | keyof AdminUser
  | keyof AdminToken
  | keyof AdminDevice
  | keyof AdminSlide
  | keyof AdminPrinter
  | keyof PaperBlock
  | keyof StandardChange
  | keyof Settings['maklumat']
  | keyof NonNullable<SecondPlaceState['place']>
  | keyof TicketLayout;
/** What no person changes by hand, and so wants to read. */
export const ownAffairs = [
  'id',
  'version',
  'soundsLike',
  'unreadable',
  'lastSeenAt',
  'ticketId',
  'dots',
] as const;
type FieldOfHistory = Exclude<Field, (typeof ownAffairs)[number]>;

type NamedHere = Exclude<FieldOfHistory, keyof typeof settingFields | keyof typeof displayFields>;

const texts: Catalogue<NamedHere> = catalogue<typeof indonesian>(
  import.meta.glob('../../texts/*/office/history-fields.json', { eager: true, import: 'default' }),
);

/**
 * The name of a field of records and settings, or of a part of them, as it stands among others in a sentence: `batas waktu
 * menunggu (menit)`; undefined of one that people don't know.
 */
export function fieldName(field: string, language: Language): string | undefined {
  if (isSetting(field)) return settingName(field, language);
  return texts.in(language)(field as NamedHere) || undefined;
}
