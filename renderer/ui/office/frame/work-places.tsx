import type { Role } from '../../../../electron/contract/staff';
import { useEntranceTexts } from '../office-texts';
import styles from './work-places.module.css';

/** Where people of an office work. */
export type WorkPlace = 'desk' | 'hall' | 'reports' | 'admin';

/** In the order of the band, which is the same everywhere. */
const places: readonly {
  readonly place: WorkPlace;
  readonly href: string;
  readonly roles: readonly Role[];
}[] = [
  { place: 'desk', href: '/staff#loket', roles: ['staff', 'supervisor', 'admin'] },
  { place: 'hall', href: '/staff#balai', roles: ['supervisor', 'admin'] },
  { place: 'reports', href: '/reports', roles: ['supervisor', 'admin'] },
  { place: 'admin', href: '/admin', roles: ['supervisor', 'admin'] },
];

/** The ways to the work places of a role, the present one white; nothing for those who have one alone. */
export function WorkPlaces({ role, present }: { readonly role: Role; readonly present: WorkPlace }) {
  const { t } = useEntranceTexts();
  const own = places.filter(({ roles }) => roles.includes(role));
  if (own.length < 2) return null;
  return (
    <nav className={styles.places} aria-label={t('places')}>
      {own.map(({ place, href }) => (
        <a key={place} href={href} aria-current={place === present ? 'page' : undefined}>
          {t(`places.${place}`)}
        </a>
      ))}
    </nav>
  );
}
