import type { StopRequest } from '../../../electron/contract/stop';
import { ReasonDialog } from '../dialogs/reason-dialog';
import { useTexts } from '../texts/use-texts';
import { defaultReasons } from './default-reasons';

/** Asks why something is stopped and until when presumably, in the words that visitors will read. */
export function StopDialog(props: {
  readonly title: string;
  readonly onStop: (stop: StopRequest) => void;
  readonly onClose: () => void;
}) {
  const { t, local } = useTexts();
  return (
    <ReasonDialog
      title={props.title}
      label={t('stop.reason')}
      usual={defaultReasons.map(local)}
      ends={{ label: t('stop.until'), minutes: [15, 30, 60, 120, 180] }}
      confirm={t('stop.confirm')}
      onConfirm={(typed, until) =>
        props.onStop({
          reason: defaultReasons.find((each) => local(each) === typed) ?? { id: typed, en: '', jv: '' },
          until,
        })
      }
      onClose={props.onClose}
    />
  );
}
