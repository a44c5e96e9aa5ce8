import { IconPlugConnectedX, IconRepeat } from '@tabler/icons-react';
import { useContext } from 'react';
import { useLine } from '../../client/live/use-live-line';
import { useLineWords } from '../../ui/office/line-words';
import styles from './hardware-alert.module.css';
import { LiveContext } from './live-context';

/** Over every section, while the admin page isn't heard, or only by plain requests. */
export function LineAlert() {
  const line = useLine(useContext(LiveContext));
  const words = useLineWords(line);
  if (line.state !== 'lost' && line.state !== 'asking') return null;
  return (
    <div role="status" className={styles.alerts}>
      <p>
        {line.state === 'lost' ? <IconPlugConnectedX aria-hidden /> : <IconRepeat aria-hidden />}
        <span>{words}</span>
      </p>
    </div>
  );
}
