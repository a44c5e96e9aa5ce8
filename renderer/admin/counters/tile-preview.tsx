import { Select } from '@mantine/core';
import { useState } from 'react';
import type { AdminCounter } from '../../../electron/contract/admin-hall';
import type { Language } from '../../../electron/contract/common';
import { languages } from '../../../electron/contract/languages';
import { type ServiceStatus, serviceStatuses } from '../../../electron/contract/site';
import { kioskTexts } from '../../i18n/kiosk/texts';
import { CounterTile, counterTileBox } from '../../ui/counter-tile';
import colours from '../../ui/kiosk-colours.module.css';
import { useSettings } from '../edit/use-settings';
import { useTexts } from '../texts/use-texts';
import { sampleReasons } from './sample-reasons';
import styles from './tile-preview.module.css';

/** As many as a tile must have room for. */
const manyWaiting = 128;

/** The counter as visitors find it on the kiosk, while it is being typed: the same tile, at its true size. */
export function TilePreview({ counter }: { readonly counter: AdminCounter }) {
  const { t } = useTexts();
  const { data: settings } = useSettings();
  const [language, setLanguage] = useState<Language>('id');
  const [status, setStatus] = useState<ServiceStatus>('open');
  const [mode, setMode] = useState<'normal' | 'large'>('normal');
  const shown = counter.paused && status === 'open' ? 'paused' : status;
  const own = mode === 'normal' ? settings?.kioskColours : undefined;
  const tile = { ...counter, status: shown, reason: sampleReasons[shown], waiting: manyWaiting };
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
          data={languages.map((each) => ({ value: each, label: t(`language.${each}`) }))}
          value={language}
          onChange={(chosen) => chosen && setLanguage(chosen)}
        />
        <Select
          label={t('counters.preview.state')}
          size="sm"
          allowDeselect={false}
          data={serviceStatuses.map((each) => ({ value: each, label: t(`counters.preview.${each}`) }))}
          value={status}
          onChange={(chosen) => chosen && setStatus(chosen)}
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
