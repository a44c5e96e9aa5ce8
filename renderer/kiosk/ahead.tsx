import { useTexts } from './texts';

/** How many people are before somebody, as an entry of a list of facts (`dl`); before nobody: that the turn is theirs. */
export function Ahead({ ahead }: { readonly ahead: number }) {
  const { t } = useTexts();
  if (ahead === 0) return <dd data-words>{t('nextTurn')}</dd>;
  return (
    <>
      <dd>{ahead}</dd>
      <dt>{t('ahead', { count: ahead })}</dt>
    </>
  );
}
