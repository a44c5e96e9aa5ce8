import { Button, Radio } from '@mantine/core';
import { IconHeartHandshake } from '@tabler/icons-react';
import { useState } from 'react';
import { priorities } from '../../../electron/contract/priorities';
import type { QueueTicket } from '../../../electron/contract/staff';
import type { Priority } from '../../../electron/contract/tickets';
import { useTexts } from '../texts';
import styles from './dialogs.module.css';
import { FormDialog } from './form-dialog';
import { ReasonField } from './reason-field';
import { useCounters } from './use-counters';

/** Gives a number its priority after it was issued, changes it, or takes it away, with why; and marks who is to be fetched. */
export function PriorityDialog(props: {
  readonly ticket: QueueTicket;
  readonly onChange: (change: { readonly priority: Priority | null; readonly reason: string }) => void;
  readonly onFetch: (fetchMe: boolean) => void;
  readonly onClose: () => void;
}) {
  const { ticket } = props;
  const { t } = useTexts();
  const counters = useCounters();
  const [priority, setPriority] = useState<Priority | 'none'>(ticket.priority ?? 'none');
  const [reason, setReason] = useState('');
  const offered =
    counters?.flatMap(({ services }) => services).find(({ id }) => id === ticket.service.id)?.priorities ??
    priorities;
  const chosen = reason.trim();
  const isSame = priority === (ticket.priority ?? 'none');
  const usual =
    priority === 'none'
      ? [t('changePriority.mistaken'), t('changePriority.notSeen')]
      : [t('changePriority.seen'), t('changePriority.notAsked'), t('changePriority.mistaken')];
  return (
    <FormDialog
      title={t('changePriority.title', { number: ticket.number })}
      confirm={t('save')}
      onSubmit={() => {
        if (chosen && !isSame)
          props.onChange({ priority: priority === 'none' ? null : priority, reason: chosen });
      }}
      onClose={props.onClose}
    >
      <Radio.Group
        label={t('walkIn.priority')}
        value={priority}
        onChange={(value) => setPriority(value as Priority | 'none')}
      >
        <div className={styles.radios}>
          <Radio value="none" label={t('priority.none')} data-autofocus autoFocus />
          {offered.map((each) => (
            <Radio key={each} value={each} label={t(`priority.${each}`)} />
          ))}
        </div>
      </Radio.Group>
      <ReasonField
        label={t('changePriority.reason')}
        description={isSame ? t('changePriority.same') : undefined}
        usual={usual}
        value={reason}
        onChange={setReason}
      />
      <Button
        variant="default"
        leftSection={<IconHeartHandshake size={20} aria-hidden />}
        onClick={() => props.onFetch(!ticket.fetchMe)}
      >
        {t(ticket.fetchMe ? 'askToBeFetched.back' : 'askToBeFetched')}
      </Button>
    </FormDialog>
  );
}
