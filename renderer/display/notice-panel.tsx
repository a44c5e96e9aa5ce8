import type { Notice } from '../../electron/contract/lobby';
import { JlamprangStar } from '../ui/jlamprang';
import { useFittedText } from '../ui/use-fitted-text';
import styles from './notice-panel.module.css';
import { noticeText } from './notice-text';
import { t } from './texts';
import { useTurns } from './use-turns';

const secondsANotice = 10;
const levels = ['usual', 'full'];

/** What visitors ought to know, one notice after another; without any, how to get a number. */
export function NoticePanel({ notices }: { readonly notices: readonly Notice[] }) {
  const turn = useTurns(notices.length, secondsANotice);
  const words = useFittedText<HTMLDivElement>(levels, { lines: true });
  const due = notices[turn];
  const { title, text } = due ? noticeText(due) : { title: t('howTitle'), text: t('howText') };
  return (
    <section className={styles.panel} aria-label={title}>
      <div className={styles.words} ref={words}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.text}>{text}</p>
      </div>
      <JlamprangStar className={styles.star} />
    </section>
  );
}
