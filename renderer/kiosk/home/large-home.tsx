import { useState } from 'react';
import type { CounterGroup } from '../../../electron/contract/site';
import type { TextKey } from '../../i18n/kiosk-texts';
import { formatTime } from '../../i18n/time';
import { JlamprangCloth } from '../../ui/jlamprang';
import { EarButton } from '../ear/ear-button';
import { LanguageButtons, ModeButton } from '../language-and-mode';
import { Pager } from '../pager';
import { PressButton } from '../press-button';
import { printerFault } from '../printer-fault';
import { useTexts } from '../texts';
import { useLongHold } from '../use-long-hold';
import { askingAt, type HomeProps } from './home';
import styles from './large-home.module.css';
import { byGroup, pagesOf } from './menu-pages';
import { Tile } from './tile';

const tabNames: Record<CounterGroup, TextKey> = {
  regional: 'tabRegional',
  vertical: 'tabVertical',
  enterprise: 'tabEnterprise',
};
const tilesOnAPage = 6;

/**
 * The first screen in large letters and high contrast: groups by tabs, six tiles a page, and on an upright screen
 * everything that is touched in the lower 1104 px, which a seated person reaches.
 */
export function LargeHome({ counters, kiosk, now, orientation, asking, choose, holdLogo }: HomeProps) {
  const { t, local } = useTexts();
  const hold = useLongHold(holdLogo);
  const groups = byGroup(counters);
  const [chosen, chooseGroup] = useState<CounterGroup>('regional');
  const [turned, turnTo] = useState(0);
  const current = groups.find(({ group }) => group === chosen) ?? groups[0];
  const pages = pagesOf(current?.counters ?? [], tilesOnAPage);
  const shown = Math.min(turned, pages.length - 1);
  const fault = printerFault(kiosk);
  return (
    <main className={styles.home} data-orientation={orientation}>
      <header className={styles.header}>
        <p className={styles.hall} data-testid="logo" {...hold}>
          {kiosk.name}
          <br />
          {kiosk.city}
        </p>
        <p className={styles.time}>{formatTime(now, kiosk.timezone)}</p>
      </header>
      <JlamprangCloth className={styles.cloth} cell={150} />
      <div className={styles.prompt}>
        <h1>{local(kiosk.prompt) || t('prompt')}</h1>
        <p role="status">
          {fault
            ? `${t(fault)}. ${t(kiosk.paperlessAllowed ? 'withoutPaper' : 'noNumbers')}`
            : local(kiosk.notice) || (orientation === 'portrait' && t('lowReachNote'))}
        </p>
      </div>
      <div className={styles.main}>
        <nav className={styles.tabs} aria-label={t('groups')}>
          {groups.map(({ group }) => (
            <PressButton
              key={group}
              aria-pressed={group === current?.group}
              onPress={() => {
                chooseGroup(group);
                turnTo(0);
              }}
            >
              {t(tabNames[group])}
            </PressButton>
          ))}
        </nav>
        <div className={styles.tiles}>
          {pages[shown]?.map((counter) => (
            <Tile
              key={counter.id}
              counter={counter}
              asking={askingAt(asking, counter)}
              onPress={() => choose(counter)}
            />
          ))}
        </div>
        {pages.length > 1 && (
          <Pager className={styles.pager} page={shown} pages={pages.length} turnTo={turnTo} />
        )}
      </div>
      <footer className={styles.footer}>
        <LanguageButtons languages={kiosk.languages} />
        <EarButton />
        <ModeButton />
      </footer>
    </main>
  );
}
