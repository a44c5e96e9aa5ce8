import { Select } from '@mantine/core';
import { useTexts } from '../texts/use-texts';

/** The zones of Indonesia, by what people call them. */
const zones = [
  { value: 'Asia/Jakarta', label: 'WIB' },
  { value: 'Asia/Makassar', label: 'WITA' },
  { value: 'Asia/Jayapura', label: 'WIT' },
];

/** By which clock the hall lives; another zone than Indonesia's, once set, stays to be chosen. */
export function TimeZoneField(props: {
  readonly value: string;
  readonly disabled?: boolean;
  readonly onChange: (timezone: string) => void;
}) {
  const { value } = props;
  const { t } = useTexts();
  return (
    <Select
      label={t('hall.timezone')}
      description={t('hall.timezone.help')}
      allowDeselect={false}
      disabled={props.disabled ?? false}
      data={zones.some((zone) => zone.value === value) ? zones : [...zones, { value, label: value }]}
      value={value}
      onChange={(zone) => zone && props.onChange(zone)}
    />
  );
}
