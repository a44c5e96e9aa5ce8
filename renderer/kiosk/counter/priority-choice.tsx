import { IconBabyCarriage, IconCheck, IconOld, IconUser, IconWheelchair } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Priority } from '../../../electron/contract/tickets';
import type { TextKey } from '../../i18n/kiosk-texts';
import { useTexts } from '../texts';
import { Choice } from './choice';
import { PregnantFigure } from './pregnant-figure';
import styles from './priority-choice.module.css';

const tiles: readonly {
  readonly priority: Priority | null;
  readonly text: TextKey;
  readonly icon: ReactNode;
}[] = [
  { priority: null, text: 'priorityNone', icon: <IconUser stroke={2} aria-hidden="true" /> },
  { priority: 'elderly', text: 'priorityElderly', icon: <IconOld stroke={2} aria-hidden="true" /> },
  {
    priority: 'disability',
    text: 'priorityDisability',
    icon: <IconWheelchair stroke={2} aria-hidden="true" />,
  },
  { priority: 'pregnant', text: 'priorityPregnant', icon: <PregnantFigure /> },
  { priority: 'infant', text: 'priorityInfant', icon: <IconBabyCarriage stroke={2} aria-hidden="true" /> },
];

/** Who may go first by law, as five equal tiles; "no need" is chosen until another one is. */
export function PriorityChoice({
  offered,
  chosen,
  choose,
}: {
  /** Who may ask to go first at the chosen service. */
  readonly offered: readonly Priority[];
  readonly chosen: Priority | null;
  readonly choose: (priority: Priority | null) => void;
}) {
  const { t } = useTexts();
  return (
    <div className={styles.tiles} role="radiogroup" aria-label={t('priority')}>
      {tiles
        .filter(({ priority }) => priority === null || offered.includes(priority))
        .map(({ priority, text, icon }) => (
          <Choice
            key={text}
            name="priority"
            value={priority ?? 'none'}
            chosen={priority === chosen}
            onChoose={() => choose(priority)}
            className={styles.tile}
          >
            {icon}
            <span>{t(text)}</span>
            {priority === chosen && (
              <b className={styles.mark}>
                <IconCheck stroke={3} aria-hidden="true" />
              </b>
            )}
          </Choice>
        ))}
    </div>
  );
}
