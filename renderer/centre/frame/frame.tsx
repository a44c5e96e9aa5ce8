import { useHash } from '@mantine/hooks';
import {
  IconBuildingCommunity,
  IconChartHistogram,
  IconDoorExit,
  IconKey,
  IconMessageReport,
  IconMoodSmile,
  IconUserCheck,
  IconUsers,
} from '@tabler/icons-react';
import { useRef } from 'react';
import { JlamprangStar } from '../../ui/jlamprang';
import { BandButton } from '../../ui/office/frame/band-button';
import { PageOfSection } from '../../ui/office/frame/lazy-page';
import frameStyles from '../../ui/office/frame/office-frame.module.css';
import { SectionNav } from '../../ui/office/frame/section-nav';
import { type OwnSection, pageAt } from '../../ui/office/frame/sections';
import { LanguageChoice } from '../../ui/office/language-choice';
import { HallsSection } from '../halls/halls-section';
import { useHallsNow } from '../halls/use-halls-now';
import { PeopleSection } from '../people/people-section';
import { ComplaintsSection } from '../reports/complaints-section';
import { PresenceSection } from '../reports/presence-section';
import { SkmSection } from '../reports/skm-section';
import { SummarySection } from '../reports/summary-section';
import { type TextKey, useTexts } from '../texts';
import styles from './frame.module.css';
import type { Inside } from './gate';
import { InsideContext } from './inside';

type Section = OwnSection<TextKey>;

/** The sections in the order of the navigation. */
function sectionsOf(role: Inside['user']['role']): readonly Section[] {
  const page = (
    address: string,
    name: TextKey,
    icon: Section['icon'],
    shown: typeof HallsSection,
    group?: TextKey,
  ): Section => ({
    name,
    icon,
    ...(group ? { group } : {}),
    pages: [{ address, name, roles: [], page: shown }],
  });
  return [
    page('balai', 'centre.section.halls', IconBuildingCommunity, HallsSection),
    page('waktu', 'centre.section.summary', IconChartHistogram, SummarySection, 'centre.group.reports'),
    page('kehadiran', 'centre.section.presence', IconUserCheck, PresenceSection, 'centre.group.reports'),
    page('skm', 'centre.section.skm', IconMoodSmile, SkmSection, 'centre.group.reports'),
    page('aduan', 'centre.section.complaints', IconMessageReport, ComplaintsSection, 'centre.group.reports'),
    ...(role === 'admin'
      ? [page('orang', 'centre.section.people', IconUsers, PeopleSection, 'centre.group.office')]
      : []),
  ];
}

/** The deep band, the navigation at the left, and the section that the address names. */
export function Frame(inside: Inside) {
  const { centre, user, onSignOut, onOwnPassword } = inside;
  const { t } = useTexts();
  const [hash] = useHash({ getInitialValueInEffect: false });
  const sections = sectionsOf(user.role);
  const shown = pageAt(sections, hash);
  const now = useHallsNow();
  const toSee =
    now.data?.halls.filter((hall) => hall.frozen !== null || hall.contact === 'silent').length ?? 0;
  const section = useRef<HTMLDivElement>(null);
  return (
    <InsideContext value={inside}>
      <div className={frameStyles.frame}>
        <button type="button" className={frameStyles.skip} onClick={() => section.current?.focus()}>
          {t('skip')}
        </button>
        <header className={styles.band}>
          <JlamprangStar className={styles.star} />
          <strong className={styles.title} title={centre}>
            {centre}
          </strong>
          <span className={styles.space} />
          <span className={styles.person}>{user.displayName}</span>
          <LanguageChoice />
          <BandButton
            icon={<IconKey size={20} aria-hidden />}
            label={t('ownPassword')}
            onClick={onOwnPassword}
          />
          <BandButton icon={<IconDoorExit size={20} aria-hidden />} label={t('signOut')} onClick={onSignOut}>
            <span className={styles.leave}>{t('signOut')}</span>
          </BandButton>
        </header>
        <SectionNav sections={sections} present={shown?.section} nameOf={t} toMend={{ balai: toSee }} />
        <main className={frameStyles.main}>
          <div ref={section} className={frameStyles.section} tabIndex={-1}>
            {shown && <PageOfSection key={shown.page.address} page={shown.page.page} />}
          </div>
        </main>
      </div>
    </InsideContext>
  );
}
