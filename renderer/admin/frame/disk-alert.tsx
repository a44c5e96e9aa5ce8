import { IconDatabaseExclamation } from '@tabler/icons-react';
import { useDiskWords } from '../../ui/office/use-disk-words';
import styles from './hardware-alert.module.css';

/** Over every section, while the hall's disk has little room left. */
export function DiskAlert() {
  const words = useDiskWords();
  if (words === null) return null;
  return (
    <div role="status" className={styles.alerts}>
      <p>
        <IconDatabaseExclamation aria-hidden />
        <span>{words}</span>
      </p>
    </div>
  );
}
