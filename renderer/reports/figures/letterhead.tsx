import { useRoute } from '../../client/use-route';
import { useOwnInstitutions } from '../frame/own-reach';
import styles from './letterhead.module.css';

/** The hall's name over a printed report, on paper alone; whose figures these are, where they aren't the whole hall's. */
export function Letterhead() {
  const { data: site } = useRoute('site');
  const institutions = useOwnInstitutions();
  return (
    <div className={styles.letterhead} aria-hidden>
      <p className={styles.hall}>{site?.name}</p>
      <p>{institutions === null ? site?.city : `${institutions}, ${site?.city}`}</p>
    </div>
  );
}
