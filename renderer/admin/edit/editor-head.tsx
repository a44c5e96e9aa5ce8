import { useTexts } from '../texts';
import { ArchiveButton } from './archive-button';
import styles from './fields.module.css';

/** The head of a row's editor: its name, the way to archive it, and what an admin should know of it. */
export function EditorHead(props: {
  /** The row's own, empty while it has none. */
  readonly name: string;
  /** Stands for a name that isn't there yet. */
  readonly unnamed: string;
  /** The letters before its numbers, and the other letters that sound like them. */
  readonly code: string;
  readonly soundsLike: readonly string[];
  /** Fields that could not be read from the database. */
  readonly unreadable: readonly string[];
  /** Null: it can't be archived, being new or only to be read. */
  readonly archive: (() => Promise<unknown>) | null;
  readonly onArchived: () => void;
}) {
  const { t } = useTexts();
  const { name, code, soundsLike, unreadable, archive } = props;
  return (
    <>
      <div className={styles.head}>
        <h2>{name || props.unnamed}</h2>
        {archive && <ArchiveButton name={name} archive={archive} onArchived={props.onArchived} />}
      </div>
      {soundsLike.length > 0 && (
        <p className={styles.warning}>◆ {t('soundsLike', { code, others: soundsLike.join(', ') })}</p>
      )}
      {unreadable.length > 0 && (
        <p className={styles.warning}>◆ {t('unreadable', { fields: unreadable.join(', ') })}</p>
      )}
    </>
  );
}
