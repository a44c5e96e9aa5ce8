import { SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import type { AdminCounter, AdminService } from '../../../electron/contract/admin-hall';
import type { Language } from '../../../electron/contract/common';
import { languages } from '../../../electron/contract/languages';
import { type ServiceStanding, type ServiceState, serviceStates } from '../../../electron/contract/standing';
import { kioskTexts } from '../../i18n/kiosk-texts';
import { CounterTile, counterTileBox } from '../../ui/counter-tile';
import colours from '../../ui/kiosk-colours.module.css';
import { useSettings } from '../edit/use-settings';
import { useTexts } from '../texts';
import { LookAhead } from './look-ahead';
import { samples } from './sample-standings';
import styles from './visitor-strip.module.css';

/** As many as a tile must have room for. */
const manyWaiting = 128;

/** The counter as visitors find it on the kiosk, while it is being typed: in a language, in any state, or at a moment. */
export function VisitorStrip(props: {
  readonly counter: AdminCounter;
  readonly services: readonly AdminService[];
}) {
  const { counter } = props;
  const { t, languageName } = useTexts();
  const { data: settings } = useSettings();
  const [language, setLanguage] = useState<Language>('id');
  const [state, setState] = useState<ServiceState | 'moment'>('serving');
  const [standing, setStanding] = useState<ServiceStanding | null>(null);
  const sample = counter.paused && state === 'serving' ? 'stopped' : state;
  const told =
    sample === 'moment'
      ? (standing ?? { state: 'serving', ...samples.serving })
      : { state: sample, ...samples[sample] };
  const isAhead = state === 'moment';
  const tile = { ...counter, ...told, waiting: isAhead ? 0 : manyWaiting, servedToday: null };
  const own = settings?.kioskColours;
  return (
    <section className={styles.strip} aria-label={t('counters.preview')}>
      <div className={styles.row}>
        <div className={styles.frame}>
          <div
            className={`${colours.colours} ${styles.ground}`}
            data-mode="normal"
            data-orientation="portrait"
            data-testid="tile-preview"
            lang={language}
            style={own && ({ '--tosca': own.primary, '--deep': own.band } as Record<string, string>)}
          >
            <div {...counterTileBox(tile)}>
              <CounterTile counter={tile} texts={kioskTexts(language)} slow={false} />
            </div>
          </div>
        </div>
        <span className={styles.caption}>{t('counters.preview')}</span>
        <SegmentedControl
          aria-label={t('counters.preview.language')}
          data={languages.map((each) => ({
            value: each,
            label: languageName(each).replace(/^Bahasa | \(.*$/g, ''),
          }))}
          value={language}
          onChange={setLanguage}
        />
        <Select
          aria-label={t('counters.preview.state')}
          size="sm"
          w={212}
          allowDeselect={false}
          data={[
            ...serviceStates.map((each) => ({ value: each, label: t(`counters.preview.${each}`) })),
            ...(counter.id === '' ? [] : [{ value: 'moment' as const, label: t('counters.preview.moment') }]),
          ]}
          value={state}
          onChange={(chosen) => chosen && setState(chosen)}
        />
      </div>
      {isAhead && <LookAhead counterId={counter.id} onStanding={setStanding} />}
    </section>
  );
}
