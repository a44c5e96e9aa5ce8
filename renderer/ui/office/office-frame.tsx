import { useHash } from '@mantine/hooks';
import { IconDoorExit, IconKey, type IconProps, IconSchool, IconUser } from '@tabler/icons-react';
import { type ComponentType, Fragment, type ReactNode } from 'react';
import type { Site } from '../../../electron/contract/site';
import type { Role, User } from '../../../electron/contract/staff';
import { useCallButtons, usePressedVerbs } from '../../client/call-buttons';
import { JlamprangStar } from '../jlamprang';
import { LanguageChoice } from './language-choice';
import styles from './office-frame.module.css';
import { useEntranceTexts } from './office-texts';
import { useToast } from './toast';

/** One page of the navigation. */
export interface OfficeSection<TextKey> {
  /** Behind `#` in the address. */
  readonly address: string;
  /** The heading it stands under with its neighbours of the same; without one, under none. */
  readonly group?: TextKey;
  readonly name: TextKey;
  readonly icon: ComponentType<IconProps>;
  readonly roles: readonly Role[];
  /** Only for accounts of the whole hall. */
  readonly wholeHall?: true;
  readonly page: ComponentType;
}

/** The deep band, the navigation at the left, and the section that the address names. */
export function OfficeFrame<TextKey extends string>(props: {
  readonly site: Site;
  readonly user: User;
  readonly sections: readonly OfficeSection<TextKey>[];
  readonly nameOf: (key: TextKey) => string;
  /** More for the band, before the language. */
  readonly band?: ReactNode;
  /** Stands over every section. */
  readonly alert?: ReactNode;
  /** The other pages that lie near, below the navigation. */
  readonly away: readonly { readonly href: string; readonly name: string }[];
  readonly onSignOut: () => void;
  readonly onOwnPassword: () => void;
}) {
  const { site, user, sections, nameOf } = props;
  const { t } = useEntranceTexts();
  const [hash] = useHash({ getInitialValueInEffect: false });
  const allowed = sections.filter(
    ({ roles, wholeHall }) => roles.includes(user.role) && (!wholeHall || user.wholeHall),
  );
  const shown = allowed.find(({ address }) => hash.slice(1).split(/[/?]/)[0] === address) ?? allowed[0];
  const Page = shown?.page;
  const say = useToast();
  const { buttons } = useCallButtons();
  usePressedVerbs(buttons, () => say(t('buttonsElsewhere')));
  return (
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
        {props.band}
        <LanguageChoice />
        <span className={styles.who} title={user.displayName}>
          <IconUser size={20} aria-hidden />
          <span>{user.displayName}</span>
        </span>
        <BandButton onClick={props.onOwnPassword}>
          <IconKey size={20} aria-hidden />
          {t('ownPassword')}
        </BandButton>
        <BandButton onClick={props.onSignOut}>
          <IconDoorExit size={20} aria-hidden />
          {t('signOut')}
        </BandButton>
      </header>
      <nav className={styles.nav} aria-label={t('sections')}>
        {allowed.map(({ address, group, name, icon: Icon }, index) => (
          <Fragment key={address}>
            {group !== undefined && group !== allowed[index - 1]?.group && (
              <h2 className={styles.group}>{nameOf(group)}</h2>
            )}
            <a href={`#${address}`} aria-current={address === shown?.address ? 'page' : undefined}>
              <Icon size={20} aria-hidden />
              <span>{nameOf(name)}</span>
            </a>
          </Fragment>
        ))}
        <span className={styles.away}>
          {props.away.map(({ href, name }) => (
            <a key={href} href={href}>
              {name}
            </a>
          ))}
        </span>
      </nav>
      <main className={styles.main}>
        <div className={styles.alert}>{props.alert}</div>
        <div className={styles.section}>{Page && <Page />}</div>
      </main>
    </div>
  );
}

/** A button of the deep band. */
export function BandButton(props: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className={styles.button} onClick={props.onClick}>
      {props.children}
    </button>
  );
}
