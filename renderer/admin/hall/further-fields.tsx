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
      <LinesField
        label={t('hall.frameSites')}
        help={t('hall.frameSites.help')}
        example="https://mpp.pekalongankab.go.id"
        lines={value.infoFrameAncestors}
        tidy={siteOf}
        readOnly={readOnly}
        onChange={(infoFrameAncestors) => set({ infoFrameAncestors })}
      />
      <LinesField
        label={t('hall.hostNames')}
        help={t('hall.hostNames.help')}
        example="antrean.mpp.go.id"
        lines={value.hostNames}
        tidy={hostNameOf}
        readOnly={readOnly}
        onChange={(hostNames) => set({ hostNames })}
      />
    </>
  );
}

/** A list, one a line. */
function LinesField(props: {
  readonly label: string;
  readonly help: string;
  readonly example: string;
  readonly lines: readonly string[];
  /** What is meant by a line as it was typed or copied. */
  readonly tidy: (line: string) => string;
  readonly readOnly: boolean;
  readonly onChange: (lines: string[]) => void;
}) {
  // What is typed, with its empty lines, stays as long as it means what is set.
  const [typed, setTyped] = useState('');
  const { lines, tidy } = props;
  const linesOf = (text: string) =>
    text
      .split(/\s+/)
      .filter((line) => line !== '')
      .map((line) => tidy(line.toLowerCase()));
  const shown = linesOf(typed).join(' ') === lines.join(' ') ? typed : lines.join('\n');
  return (
    <Textarea
      label={props.label}
      description={props.help}
      placeholder={props.example}
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
function siteOf(line: string): string {
  return line.replace(/^(https?:\/\/[^/]+)\/.*$/, '$1');
}

/** A name is copied from the browser's line with what stands around it. */
function hostNameOf(line: string): string {
  return line.replace(/^https?:\/\//, '').replace(/[:/].*$/, '');
}
