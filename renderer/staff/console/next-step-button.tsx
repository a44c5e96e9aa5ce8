import { IconBellRinging, IconCheck, IconPlayerPlay, IconUserOff } from '@tabler/icons-react';
import type { OutboxState } from '../commands/command-outbox';
import { useTexts } from '../texts';
import type { NextStep } from './desk-state';
import { Key } from './key';
import styles from './next-step-button.module.css';

const icons = {
  call: IconBellRinging,
  nobody: IconUserOff,
  start: IconPlayerPlay,
  finishAndCallNext: IconBellRinging,
  finish: IconCheck,
};

/** The one big button: the next step of an officer who does nothing special. */
export function NextStepButton(props: {
  readonly next: NextStep;
  readonly outbox: OutboxState;
  readonly ready: boolean;
  readonly shortcut: string;
  readonly onPress: () => void;
}) {
  const { next, outbox, ready, shortcut } = props;
  const { t } = useTexts();
  const Icon = icons[next.step];
  const press = outbox.state === 'empty' ? null : outbox.press;
  const shut = next.step === 'nobody';
  return (
    <button
      type="button"
      className={styles.button}
      aria-disabled={shut || !ready}
      data-shut={(shut && !press) || undefined}
      data-pressed={press !== null || undefined}
      onClick={() => ready && !shut && props.onPress()}
    >
      <Icon size={44} stroke={2} aria-hidden className={styles.icon} />
      <span className={styles.words}>
        <strong className={styles.title}>
          {press ? t(`busy.${press.meaning}`) : t(`next.${next.step}`)}
        </strong>
        <span className={styles.then}>{press ? t(`kept.${keptAs(outbox)}`) : <Then next={next} />}</span>
      </span>
      {!shut && !press && <Key label={shortcut} onDark />}
    </button>
  );
}

function keptAs(outbox: OutboxState): 'sending' | 'unanswered' {
  return outbox.state === 'sending' ? 'sending' : 'unanswered';
}

function Then({ next }: { readonly next: NextStep }) {
  const { t, local } = useTexts();
  switch (next.step) {
    case 'call':
    case 'finishAndCallNext': {
      const { number, priority, service } = next.next;
      return priority
        ? t('then.priority', { number, priority: t(`priority.${priority}`) })
        : t('then.service', { number, service: local(service.name) });
    }
    case 'start':
      return t('then.start', { number: next.ticket.number });
    case 'finish':
      if (next.breakMinutes !== null) return t('then.break', { minutes: next.breakMinutes });
      return next.ticket.added[0]
        ? t('then.goesOn', { service: local(next.ticket.added[0].name) })
        : t('then.nobody');
    case 'nobody':
      return t('then.byItself');
  }
}
