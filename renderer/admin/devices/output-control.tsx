import { Select } from '@mantine/core';
import type { ControlProps } from '../edit/field-row';
import type { SettingsFields } from '../edit/setting-rows';
import { useDevicesNow } from '../frame/live-context';
import { useTexts } from '../texts';

/** A sound device by its name, among those that kiosks and displays tell of; empty: the system's own choice. */
export function OutputControl(props: ControlProps<SettingsFields, string>) {
  const { t } = useTexts();
  const told = (useDevicesNow() ?? []).flatMap(({ status }) => status.page?.outputs ?? []);
  const names = [...new Set(told)].sort();
  const { value } = props;
  const away =
    value === '' || names.includes(value) ? [] : [{ value, label: t('output.away', { name: value }) }];
  return (
    <Select
      label={props.label}
      description={props.help}
      error={props.error}
      readOnly={props.readOnly}
      allowDeselect={false}
      data={[
        { value: '', label: t('output.usual') },
        ...names.map((name) => ({ value: name, label: name })),
        ...away,
      ]}
      value={value}
      onChange={(chosen) => props.onChange(chosen ?? '')}
    />
  );
}
