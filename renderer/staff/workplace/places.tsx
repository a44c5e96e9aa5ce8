import type { Role } from '../../../electron/contract/staff';
import { useTexts } from '../texts';
import styles from './places.module.css';

export type WorkPlace = 'desk' | 'hall';

/** How the address says where one is. */
export const hashes: Readonly<Record<WorkPlace, string>> = {
  desk: '#loket',
  hall: '#balai',
};
const placesOf: Readonly<Record<Role, readonly WorkPlace[]>> = {
  staff: ['desk'],
  supervisor: ['desk', 'hall'],
  admin: ['desk', 'hall'],
};

/** Where the address leads, within what the role may see. */
export function placeOf(hash: string, role: Role): WorkPlace {
  return placesOf[role].find((place) => hashes[place] === hash) ?? 'desk';
}

/** The ways to the desk, the hall and the admin's page; nothing for officers, who have the desk alone. */
export function Places({ role, place }: { readonly role: Role; readonly place: WorkPlace }) {
  const { t } = useTexts();
  const places = placesOf[role];
  if (places.length < 2) return null;
  return (
    <nav className={styles.places} aria-label={t('places')}>
      {places.map((each) => (
        <a key={each} href={hashes[each]} aria-current={each === place ? 'page' : undefined}>
          {t(`places.${each}`)}
        </a>
      ))}
      <a href="/admin">{t('places.admin')}</a>
    </nav>
  );
}
