import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ShownSettings } from '../../../electron/contract/settings';
import { useTexts } from '../texts/use-texts';
import { TimeZoneField } from './time-zone-field';

/** What is set once, when a hall is fitted out: clock, paper, who may show the information. */
export function FurtherFields(props: {
  readonly value: ShownSettings;
  readonly readOnly: boolean;
  readonly set: (fields: Partial<ShownSettings>) => void;
}) {
  const { value, readOnly, set } = props;
  const { t } = useTexts();
  return (
    <>
      <TimeZoneField value={value.timezone} disabled={readOnly} onChange={(timezone) => set({ timezone })} />
      <Select
        label={t('hall.slot')}
        description={t('hall.slot.help')}
        allowDeselect={false}
        disabled={readOnly}
        data={(['below', 'left', 'right'] as const).map((slot) => ({
          value: slot,
          label: t(`hall.slot.${slot}`),
        }))}
        value={value.slot}
        onChange={(slot) => slot && set({ slot })}
      />
      <Select
        label={t('hall.paperWidth')}
        description={t('hall.paperWidth.help')}
        allowDeselect={false}
        disabled={readOnly}
        data={['58', '80'].map((width) => ({ value: width, label: `${width} mm` }))}
        value={String(value.paperWidth)}
        onChange={(width) => set({ paperWidth: width === '58' ? 58 : 80 })}
      />
      <Select
        label={t('hall.qrMode')}
        description={t('hall.qrMode.help')}
        allowDeselect={false}
        disabled={readOnly}
        data={(['native', 'raster'] as const).map((mode) => ({
          value: mode,
          label: t(`hall.qrMode.${mode}`),
        }))}
        value={value.qrMode}
        onChange={(qrMode) => qrMode && set({ qrMode })}
      />
      <FrameSites
        sites={value.infoFrameAncestors}
        readOnly={readOnly}
        onChange={(infoFrameAncestors) => set({ infoFrameAncestors })}
      />
    </>
  );
}

/** The sites that may show `/info` in a frame, one a line. */
function FrameSites(props: {
  readonly sites: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (sites: string[]) => void;
}) {
  const { t } = useTexts();
  // What is typed, with its empty lines, stays as long as it means what is set.
  const [typed, setTyped] = useState('');
  const { sites } = props;
  const shown = linesOf(typed).join(' ') === sites.join(' ') ? typed : sites.join('\n');
  return (
    <Textarea
      label={t('hall.frameSites')}
      description={t('hall.frameSites.help')}
      placeholder="https://mpp.pekalongankab.go.id"
      autosize
      minRows={1}
      maxRows={10}
      readOnly={props.readOnly}
      value={shown}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        props.onChange(linesOf(text));
      }}
    />
  );
}

/** Addresses are copied with a path or a slash at the end: a frame is allowed for a whole site. */
function linesOf(text: string): string[] {
  return text
    .split(/\s+/)
    .filter((line) => line !== '')
    .map((line) => line.toLowerCase().replace(/^(https?:\/\/[^/]+)\/.*$/, '$1'));
}
