import { type CallButtons, missingBox } from '../commands/call-buttons';
import { useDevices } from '../commands/use-devices';
import { useTexts } from '../texts/use-texts';
import { Notice } from './notice';

/** Says, while it is so, that the button box or the scanner of this desk can't be heard, and what to do about it. */
export function DeviceNotice({ buttons }: { readonly buttons: CallButtons }) {
  const { t } = useTexts();
  const devices = useDevices();
  if (!devices) return null;
  const { scanner } = devices;
  const sentences = [
    ...(missingBox(buttons, devices.buttonBoxes) ? [t('devices.box')] : []),
    ...(scanner === 'none' || scanner === 'working' ? [] : [t(`devices.scanner.${scanner}`)]),
  ];
  return sentences.map((sentence) => (
    <Notice key={sentence} kind="refused">
      {sentence}
    </Notice>
  ));
}
