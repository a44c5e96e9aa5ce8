import { useHash } from '@mantine/hooks';
import { IconDoorExit, IconSchool, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import type { Site } from '../../../electron/contract/site';
import type { User } from '../../../electron/contract/staff';
import { JlamprangStar } from '../../ui/jlamprang';
import { LanguageChoice } from '../../ui/office/language-choice';
import { GoLiveDialog } from '../hall/go-live-dialog';
import { useTexts } from '../texts/use-texts';
import styles from './frame.module.css';
import { sections } from './sections';
import { UserContext } from './user-context';

/** The deep band, the navigation at the left, and the section that the address names. */
export function Frame(props: { readonly site: Site; readonly user: User; readonly onSignOut: () => void }) {
  const { site, user } = props;
  const { t } = useTexts();
  const [hash] = useHash({ getInitialValueInEffect: false });
  const [goingLive, setGoingLive] = useState(false);
  const allowed = sections.filter(({ roles }) => roles.includes(user.role));
  const shown = allowed.find(({ address }) => hash.slice(1).split('/')[0] === address) ?? allowed[0];
  const Page = shown?.page;
  return (
    <UserContext value={user}>
      <div className={styles.frame}>
        <header className={styles.band}>
          <JlamprangStar className={styles.star} />
          <strong className={styles.antre}>Antre</strong>
          <span className={styles.hall} title={site.name}>
            {site.name}
          </span>
          {site.practice && (
            <strong className={styles.practice}>
              <IconSchool size={22} aria-hidden />
              {t('practice')}
            </strong>
          )}
          {site.practice && user.role === 'admin' && (
            <button type="button" className={styles.button} onClick={() => setGoingLive(true)}>
              {t('goLive.open')}
            </button>
          )}
          <LanguageChoice />
          <span className={styles.who} title={user.displayName}>
            <IconUser size={20} aria-hidden />
            <span>{user.displayName}</span>
          </span>
          <button type="button" className={styles.button} onClick={props.onSignOut}>
            <IconDoorExit size={20} aria-hidden />
            {t('signOut')}
          </button>
        </header>
        <nav className={styles.nav} aria-label={t('sections')}>
          {allowed.map(({ address, name, icon: Icon }) => (
            <a
              key={address}
              href={`#${address}`}
              aria-current={address === shown?.address ? 'page' : undefined}
            >
              <Icon size={20} aria-hidden />
              <span>{t(name)}</span>
            </a>
          ))}
          <a className={styles.away} href="/staff">
            {t('toDesks')}
          </a>
        </nav>
        <main className={styles.main}>{Page && <Page />}</main>
        {goingLive && <GoLiveDialog site={site} onClose={() => setGoingLive(false)} />}
      </div>
    </UserContext>
  );
}
