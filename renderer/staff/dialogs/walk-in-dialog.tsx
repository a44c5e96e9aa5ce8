import { Checkbox, Radio } from '@mantine/core';
import { useState } from 'react';
import type { PrintersNow } from '../../../electron/contract/printers';
import { priorities } from '../../../electron/contract/priorities';
import type { Priority } from '../../../electron/contract/tickets';
import { useTexts } from '../texts';
import styles from './dialogs.module.css';
import { FormDialog } from './form-dialog';
import { isPaperUsual, keepPaperUsual, paperPlaces, usualPlace } from './paper-place';
import { PaperPlaceChoice } from './paper-place-choice';
import { type PickedService, ServicePicker } from './service-picker';

/** A visitor who stands at the desk without paper: what for, and whether they go first. */
export function WalkInDialog(props: {
  /** Those that the desk serves for this officer. */
  readonly counterIds: readonly string[];
  readonly printers: PrintersNow | undefined;
  readonly onAdd: (walkIn: {
    readonly serviceId: string;
    readonly priority: Priority | null;
    readonly paperAt?: string;
  }) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const [picked, setPicked] = useState<PickedService | null>(null);
  const [priority, setPriority] = useState<Priority | 'none'>('none');
  const [missing, setMissing] = useState(false);
  const places = paperPlaces(props.printers);
  const [kioskId, chooseKiosk] = useState(usualPlace(places));
  const [wantsPaper, askPaper] = useState(() => isPaperUsual());
  return (
    <FormDialog
      size={620}
      title={t('walkIn.title')}
      confirm={t('walkIn.confirm')}
      onSubmit={() => {
        if (!picked) return setMissing(true);
        props.onAdd({
          serviceId: picked.service.id,
          priority: priority === 'none' ? null : priority,
          ...(wantsPaper && kioskId !== undefined ? { paperAt: kioskId } : {}),
        });
      }}
      onClose={props.onClose}
    >
      <p className={styles.sentence}>{t('walkIn.sentence')}</p>
      <ServicePicker
        label={t('service.label')}
        onlyCounterIds={props.counterIds}
        picked={picked}
        missing={missing}
        onPick={setPicked}
      />
      <Radio.Group
        label={t('walkIn.priority')}
        value={priority}
        onChange={(value) => setPriority(value as Priority | 'none')}
      >
        <div className={styles.radios}>
          <Radio value="none" label={t('priority.none')} />
          {(picked?.service.priorities ?? priorities).map((each) => (
            <Radio key={each} value={each} label={t(`priority.${each}`)} />
          ))}
        </div>
      </Radio.Group>
      {places.length > 0 && (
        <Checkbox
          label={t('paper.print')}
          checked={wantsPaper}
          onChange={(event) => {
            askPaper(event.currentTarget.checked);
            keepPaperUsual(event.currentTarget.checked);
          }}
        />
      )}
      {wantsPaper && <PaperPlaceChoice places={places} chosen={kioskId} onChoose={chooseKiosk} />}
    </FormDialog>
  );
}
