import { IconCircleCheck, IconDatabaseExclamation } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useDiskWords } from '../../ui/office/use-disk-words';
import type { HallActs } from '../counter/hall-acts';
import page from '../hall/hall-page.module.css';
import { useTexts } from '../texts';
import { CounterMatter } from './counter-matter';
import { MatterCard } from './matter-card';
import type { Matter } from './matters';
import styles from './matters.module.css';
import { PrinterMatter } from './printer-matter';

/** So many cards stand there before one asks for the others. */
const mostCards = 4;

/** What needs attention, or that all goes well; beside its heading, `figures`. `now`: the hall's present time in milliseconds. */
export function Matters(props: {
  readonly matters: readonly Matter[];
  readonly acts: HallActs;
  readonly now: number;
  readonly figures: ReactNode;
  /** How many desks ask for something, and what shows it: `children`, before the cards. */
  readonly asked: number;
  readonly children: ReactNode;
}) {
  const { matters, acts, now } = props;
  const { t } = useTexts();
  const [isWhole, setIsWhole] = useState(false);
  const disk = useDiskWords();
  const own = matters.length + (disk === null ? 0 : 1);
  const count = own + props.asked;
  const shown = isWhole ? matters : matters.slice(0, mostCards - (disk === null ? 0 : 1));
  const others = matters.length - shown.length;
  return (
    <>
      <div className={page.head}>
        {count === 0 ? (
          <h1 className={styles.calm}>
            <IconCircleCheck size={26} aria-hidden />
            {t('hall.calm')}
          </h1>
        ) : (
          <h1>{t('hall.attention', { count })}</h1>
        )}
        {own > mostCards && (
          <button type="button" className={page.more} onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? t('hall.fewerMatters') : t('hall.moreMatters', { count: others })}
          </button>
        )}
        {props.figures}
      </div>
      {props.children}
      {own > 0 && (
        <ul className={styles.cards}>
          {disk !== null && (
            <MatterCard icon={IconDatabaseExclamation} title={t('hall.disk')} acts={null}>
              {disk}
            </MatterCard>
          )}
          {shown.map((matter) =>
            matter.kind === 'printers' ? (
              <PrinterMatter
                key={`${matter.kind} ${matter.isAlarm}`}
                matter={matter}
                isAdmin={acts.isAdmin}
              />
            ) : (
              <CounterMatter key={matter.kind} matter={matter} acts={acts} now={now} />
            ),
          )}
        </ul>
      )}
    </>
  );
}
