import {
  IconArrowsExchange,
  IconCheck,
  IconClockPause,
  IconPlayerPlay,
  IconRepeat,
  IconUserX,
} from '@tabler/icons-react';
import type { DeskSnapshot } from '../../../electron/contract/staff';
import type { OutboxState } from '../commands/command-outbox';
import { keyLabel, type Shortcuts } from '../commands/shortcuts';
import { useTexts } from '../texts';
import { whyNot } from './desk-state';
import { Key } from './key';
import styles from './verb-buttons.module.css';

export const buttonVerbs = ['recall', 'start', 'finish', 'noShow', 'hold', 'transfer'] as const;
export type ButtonVerb = (typeof buttonVerbs)[number];

const icons = {
  recall: IconRepeat,
  start: IconPlayerPlay,
  finish: IconCheck,
  noShow: IconUserX,
  hold: IconClockPause,
  transfer: IconArrowsExchange,
};

/** The six verbs, each with its key; one that can't be used now is dashed and says why. */
export function VerbButtons(props: {
  readonly snapshot: DeskSnapshot;
  readonly outbox: OutboxState;
  readonly ready: boolean;
  readonly shortcuts: Shortcuts;
  readonly onVerb: (verb: ButtonVerb) => void;
}) {
  const { snapshot, outbox, ready, shortcuts, onVerb } = props;
  const { t } = useTexts();
  const pressed = outbox.state === 'empty' ? null : outbox.press.meaning;
  return (
    <div className={styles.verbs}>
      {buttonVerbs.map((verb) => {
        const why = whyNot(verb, snapshot);
        const Icon = icons[verb];
        return (
          <button
            key={verb}
            type="button"
            className={styles.verb}
            aria-disabled={why !== null || !ready}
            data-shut={why !== null || undefined}
            data-pressed={pressed === verb || undefined}
            title={why ? t(why) : undefined}
            onClick={() => onVerb(verb)}
          >
            <span className={styles.name}>
              <Icon size={20} stroke={2} aria-hidden />
              {t(`verb.${verb}`)}
            </span>
            <span className={styles.foot}>
              <Key label={keyLabel(shortcuts[verb], t('key.space'))} />
              {verb === 'recall' && snapshot.ticket?.status === 'called' && (
                <span className={styles.count}>
                  {t('recall.count', { done: snapshot.ticket.recalls, limit: snapshot.recallLimit })}
                </span>
              )}
            </span>
          </button>
        );
      })}
    </div>
  );
}
