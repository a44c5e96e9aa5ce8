import { useRoute } from '../../client/use-route';
import styles from './paper.module.css';

/** The letterhead over a paper to be signed: the hall, its place, and whose paper it is. */
export function PaperHead({ under }: { readonly under?: string }) {
  const { data: site } = useRoute('site');
  return (
    <div className={styles.head}>
      <p className={styles.hall}>{site?.name}</p>
      <p>{site?.city}</p>
      {under && <p>{under}</p>}
    </div>
  );
}
