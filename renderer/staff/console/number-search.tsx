import { IconSearch, IconX } from '@tabler/icons-react';
import { useTexts } from '../texts';
import styles from './number-search.module.css';

/** Where a number is looked for in the line: by typing into it, or digits anywhere. `onEnter`: the one that is found is meant. */
export function NumberSearch(props: {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onEnter: () => void;
}) {
  const { typed, onType, onEnter } = props;
  const { t } = useTexts();
  return (
    <span className={styles.search} data-used={typed !== '' || undefined}>
      <IconSearch size={16} aria-hidden />
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={t('waiting.search')}
        placeholder={t('waiting.searchHint')}
        maxLength={8}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter();
          if (event.key !== 'Escape') return;
          onType('');
          // The space bar is the desk's next step again.
          event.currentTarget.blur();
        }}
      />
      {typed !== '' && (
        <button type="button" aria-label={t('waiting.searchEnd')} onClick={() => onType('')}>
          <IconX size={16} aria-hidden />
        </button>
      )}
    </span>
  );
}
