import { PasswordInput, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ChoiceControl, FlagControl, TextControl } from '../edit/controls';
import type { ControlProps } from '../edit/field-row';
import type { SettingControls, SettingsFields } from '../edit/setting-rows';
import { useTexts } from '../texts';
import { LogoField } from './logo-field';

/** What of the hall's settings wants more than its schema says. */
export const hallControls: SettingControls<'hall'> = {
  logo: LogoControl,
  publicUrl: (props) => (
    <TextControl {...props} type="url" placeholder="http://192.168.1.10:4180" tidy={(text) => text.trim()} />
  ),
  exitPin: ExitPinControl,
  timezone: TimeZoneControl,
  paperWidth: PaperWidthControl,
  infoFrameAncestors: (props) => (
    <LinesControl {...props} placeholder="https://mpp.pekalongankab.go.id" tidy={siteOf} />
  ),
  hostNames: (props) => <LinesControl {...props} placeholder="antrean.mpp.go.id" tidy={hostNameOf} />,
  phoneJoining: PhoneJoiningControl,
};

type PropsOf<Key extends keyof SettingsFields> = ControlProps<SettingsFields, SettingsFields[Key]>;

function LogoControl({ label, help, value, readOnly, onChange }: PropsOf<'logo'>) {
  return (
    <LogoField
      label={label}
      logo={value}
      help={help ?? ''}
      readOnly={readOnly}
      onKept={onChange}
      onRemove={() => onChange(null)}
    />
  );
}

function ExitPinControl(props: PropsOf<'exitPin'>) {
  const { t } = useTexts();
  return (
    <PasswordInput
      label={props.label}
      description={props.row.exitPinSet ? t('hall.exitPin.set') : props.help}
      autoComplete="new-password"
      inputMode="numeric"
      {...(props.shape.pattern === undefined ? {} : { pattern: props.shape.pattern })}
      title={t('hall.exitPin.rule')}
      maxLength={12}
      readOnly={props.readOnly}
      error={props.error}
      visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      value={props.value ?? ''}
      onChange={(event) => props.onChange(event.currentTarget.value || undefined)}
    />
  );
}

/** The zones of Indonesia, by what people call them. */
const zones = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' };

/** By which clock the hall lives; another zone than Indonesia's, once set, stays to be chosen. */
function TimeZoneControl(props: PropsOf<'timezone'>) {
  const choices = [...new Set([...Object.keys(zones), props.value])];
  return <ChoiceControl {...props} values={zones} shape={{ ...props.shape, choices }} />;
}

function PaperWidthControl(props: PropsOf<'paperWidth'>) {
  return (
    <Select
      label={props.label}
      description={props.help}
      allowDeselect={false}
      disabled={props.readOnly}
      data={['58', '80'].map((width) => ({ value: width, label: `${width} mm` }))}
      value={String(props.value)}
      onChange={(width) => props.onChange(width === '58' ? 58 : 80)}
    />
  );
}

function PhoneJoiningControl(props: PropsOf<'phoneJoining'>) {
  const { t } = useTexts();
  const isWithoutAddress = props.value && props.row.publicUrl === null;
  return <FlagControl {...props} help={isWithoutAddress ? t('hall.phoneJoining.noAddress') : props.help} />;
}

/** A list, one a line. */
function LinesControl(
  props: ControlProps<SettingsFields, string[]> & {
    readonly placeholder: string;
    /** What is meant by a line as it was typed or copied. */
    readonly tidy: (line: string) => string;
  },
) {
  // What is typed, with its empty lines, stays as long as it means what is set.
  const [typed, setTyped] = useState('');
  const { value: lines, tidy } = props;
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
      placeholder={props.placeholder}
      autosize
      minRows={1}
      maxRows={10}
      readOnly={props.readOnly}
      error={props.error}
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
