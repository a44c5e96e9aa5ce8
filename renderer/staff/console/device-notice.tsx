import type { ReactNode } from 'react';
import { type CallButtons, missingBox } from '../../client/call-buttons';
import { useDevices } from '../commands/use-devices';
import { useTexts } from '../texts';
import { Notice } from './notice';

/** Says, while it is so, that the button box or the scanner of this desk can't be heard; else shows what is within. */
export function DeviceNotice(props: {
  readonly buttons: CallButtons;
  readonly action: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useTexts();
  const devices = useDevices();
  const scanner = devices?.scanner ?? 'none';
  if (devices && missingBox(props.buttons, devices.buttonBoxes)) {
    return (
      <Notice kind="refused" action={props.action}>
        {t('devices.box')}
      </Notice>
    );
  }
  if (scanner === 'none' || scanner === 'working') return props.children;
  return (
    <Notice kind="refused" action={props.action}>
      {t(`devices.scanner.${scanner}`)}
    </Notice>
  );
}
