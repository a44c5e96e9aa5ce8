import type { DeviceStatus } from '../../../electron/contract/admin-devices';
import type { useTexts } from '../texts';

/** What came loose at a device, or can't be looked after: each in words. */
export function deviceAlerts(
  { touchScreen, scanner }: Pick<DeviceStatus, 'touchScreen' | 'scanner'>,
  t: ReturnType<typeof useTexts>['t'],
): readonly string[] {
  const touch = touchScreen?.state ?? 'none';
  const scans = scanner ?? 'none';
  return [
    ...(touch === 'none' || touch === 'working'
      ? []
      : [`${t('devices.touch')}: ${t(`devices.touch.${touch}`)}`]),
    ...(scans === 'none' || scans === 'working'
      ? []
      : [`${t('devices.scanner')}: ${t(`devices.scanner.${scans}`)}`]),
  ];
}
