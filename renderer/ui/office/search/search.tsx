import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useEntranceTexts } from '../office-texts';
import type { SearchRow } from './found-rows';
import styles from './search.module.css';
import { useSearchKey } from './use-search-key';

const load = () => import('./search-dialog');
const SearchDialog = lazy(async () => ({ default: (await load()).SearchDialog }));

/** The band's way to find anything by a few letters: pressed, or by Ctrl K from anywhere on the page. */
export function Search(props: {
  /** What of the page itself is found: its sections. */
  readonly own: readonly SearchRow[];
  /** Only its picture, where the band has little room. */
  readonly isBrief: boolean;
}) {
  const { t } = useEntranceTexts();
  const [isOpen, setIsOpen] = useState(false);
  useSearchKey(() => setIsOpen(true));
  return (
    <>
      <button
        type="button"
        className={styles.search}
        data-brief={props.isBrief || undefined}
        title={t('search')}
        aria-keyshortcuts="Control+K"
        onPointerEnter={() => void load().catch(() => undefined)}
        onClick={() => setIsOpen(true)}
      >
        <IconSearch size={20} aria-hidden />
        <span>{t('search.short')}</span>
        <kbd aria-hidden>{t('search.key')}</kbd>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <SearchDialog own={props.own} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
