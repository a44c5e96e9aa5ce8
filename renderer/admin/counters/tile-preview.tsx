import { Select } from '@mantine/core';
import { useState } from 'react';
import type { AdminCounter } from '../../../electron/contract/admin-hall';
import type { Language } from '../../../electron/contract/common';
import { languages } from '../../../electron/contract/languages';
import { type ServiceState, serviceStates } from '../../../electron/contract/standing';
import { kioskTexts } from '../../i18n/kiosk-texts';
import { CounterTile, counterTileBox } from '../../ui/counter-tile';
import colours from '../../ui/kiosk-colours.module.css';
import { useSettings } from '../edit/use-settings';
import { useTexts } from '../texts';
import { samples } from './sample-standings';
import styles from './tile-preview.module.css';

/** As many as a tile must have room for. */
const manyWaiting = 128;

/** The counter as visitors find it on the kiosk, while it is being typed: the same tile, at its true size. */
export function TilePreview({ counter }: { readonly counter: AdminCounter }) {
  const { t, languageName } = useTexts();
  const { data: settings } = useSettings();
  const [language, setLanguage] = useState<Language>('id');
  const [state, setState] = useState<ServiceState>('serving');
  const [mode, setMode] = useState<'normal' | 'large'>('normal');
  const shown = counter.paused && state === 'serving' ? 'stopped' : state;
  const own = mode === 'normal' ? settings?.kioskColours : undefined;
  const tile = { ...counter, state: shown, ...samples[shown], waiting: manyWaiting, servedToday: null };
  return (
    <section className={styles.preview} aria-label={t('counters.preview')}>
      <div
        className={`${colours.colours} ${styles.ground}`}
        data-mode={mode}
        data-orientation="portrait"
        data-testid="tile-preview"
        lang={language}
        style={own && ({ '--tosca': own.primary, '--deep': own.band } as Record<string, string>)}
      >
        <div {...counterTileBox(tile)}>
          <CounterTile counter={tile} texts={kioskTexts(language)} slow={false} />
        </div>
      </div>
      <div className={styles.choices}>
        <Select
          label={t('counters.preview.language')}
          size="sm"
          allowDeselect={false}
          data={languages.map((each) => ({ value: each, label: languageName(each) }))}
          value={language}
          onChange={(chosen) => chosen && setLanguage(chosen)}
        />
        <Select
          label={t('counters.preview.state')}
          size="sm"
          allowDeselect={false}
          data={serviceStates.map((each) => ({ value: each, label: t(`counters.preview.${each}`) }))}
          value={state}
          onChange={(chosen) => chosen && setState(chosen)}
        />
        <Select
          label={t('counters.preview.mode')}
          size="sm"
          allowDeselect={false}
          data={(['normal', 'large'] as const).map((each) => ({
            value: each,
            label: t(`counters.preview.${each}`),
          }))}
          value={mode}
          onChange={(chosen) => chosen && setMode(chosen)}
        />
      </div>
    </section>
  );
}
