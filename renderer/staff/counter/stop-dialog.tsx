import { inIndonesian } from '../../../electron/contract/languages';
import type { StopRequest } from '../../../electron/contract/stop';
import { catalogue } from '../../../electron/texts/catalogue';
import type indonesian from '../../../electron/texts/id/stop-reasons.json';
import { ReasonDialog } from '../dialogs/reason-dialog';
import { useTexts } from '../texts';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../../../electron/texts/*/stop-reasons.json', { eager: true, import: 'default' }),
);
/** Why counters stop, as visitors read it. */
const defaultReasons = (['equipment', 'network', 'power', 'meeting', 'full'] as const).map((each) =>
  texts.everywhere(each),
);

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
          reason: defaultReasons.find((each) => local(each) === typed) ?? inIndonesian(typed),
          until,
        })
      }
      onClose={props.onClose}
    />
  );
}
