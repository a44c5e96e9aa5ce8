import { Fragment, type KeyboardEvent, useEffect, useRef } from 'react';
import { useDraftKeys } from '../drafts';
import { useEntranceTexts } from '../office-texts';
import styles from './section-nav.module.css';
import { isUnsaved, type OwnSection } from './sections';

const steps: Readonly<Partial<Record<string, (at: number, count: number) => number>>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** The sections at the left. They are one stop of the Tab key; arrows go from row to row. */
export function SectionNav<TextKey extends string>(props: {
  readonly sections: readonly OwnSection<TextKey>[];
  readonly present: OwnSection<TextKey> | undefined;
  readonly nameOf: (key: TextKey) => string;
  /** How many things of a section there are to see to, by its pages' addresses. */
  readonly toMend: Readonly<Partial<Record<string, number>>>;
}) {
  const { sections, present, nameOf, toMend } = props;
  const { t } = useEntranceTexts();
  const draftKeys = useDraftKeys();
  const presentLink = useRef<HTMLAnchorElement>(null);
  const presentAddress = present?.pages[0].address;
  useEffect(() => {
    // In a row on a phone it may lie outside of what is seen.
    if (presentAddress) presentLink.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [presentAddress]);
  const goFrom = (at: number, event: KeyboardEvent<HTMLAnchorElement>) => {
    const to = steps[event.key]?.(at, sections.length);
    if (to === undefined) return;
    event.preventDefault();
    event.currentTarget.closest('nav')?.querySelectorAll('a')[to]?.focus();
  };
  return (
    <nav className={styles.nav} aria-label={t('sections')}>
      {sections.map((section, index) => {
        const { group, name, icon: Icon, pages } = section;
        const count = pages.reduce((sum, { address }) => sum + (toMend[address] ?? 0), 0);
        const isPresent = section === present;
        return (
          <Fragment key={pages[0].address}>
            {group !== undefined && group !== sections[index - 1]?.group && (
              <h2 className={styles.group}>{nameOf(group)}</h2>
            )}
            <a
              ref={isPresent ? presentLink : null}
              href={`#${pages[0].address}`}
              aria-current={isPresent ? 'page' : undefined}
              tabIndex={isPresent ? 0 : -1}
              onKeyDown={(event) => goFrom(index, event)}
            >
              <span className={styles.icon}>
                <Icon size={20} aria-hidden />
                {isUnsaved(section, draftKeys) && (
                  <span className={styles.unsaved} title={t('mark.unsaved')}>
                    <span aria-hidden>◆</span>
                    <span className={styles.unseen}>{t('mark.unsaved')}</span>
                  </span>
                )}
              </span>
              <span>{nameOf(name)}</span>
              {count > 0 && (
                <span className={styles.count} title={t('mark.toMend', { count })}>
                  <span aria-hidden>{count}</span>
                  <span className={styles.unseen}>{t('mark.toMend', { count })}</span>
                </span>
              )}
            </a>
          </Fragment>
        );
      })}
    </nav>
  );
}
