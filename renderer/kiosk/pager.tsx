import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import styles from './pager.module.css';
import { PressButton } from './press-button';
import { useTexts } from './texts';

/** Large buttons to the page before and after; pages count from 0. Nothing on a kiosk scrolls. */
export function Pager({
  page,
  pages,
  turnTo,
  className,
}: {
  readonly page: number;
  readonly pages: number;
  readonly turnTo: (page: number) => void;
  readonly className?: string | undefined;
}) {
  const { t } = useTexts();
  return (
    <nav className={`${styles.pager} ${className ?? ''}`} aria-label={t('page', { page: page + 1, pages })}>
      <PressButton unavailable={page === 0} onPress={() => turnTo(page - 1)}>
        <IconArrowLeft stroke={2.5} aria-hidden="true" />
        {t('previous')}
      </PressButton>
      <span>{t('page', { page: page + 1, pages })}</span>
      <PressButton unavailable={page === pages - 1} onPress={() => turnTo(page + 1)}>
        {t('next')}
        <IconArrowRight stroke={2.5} aria-hidden="true" />
      </PressButton>
    </nav>
  );
}
