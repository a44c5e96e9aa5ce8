import { useHash } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import { useCallButtons, usePressedVerbs } from '../../../client/call-buttons';
import { useEntranceTexts } from '../office-texts';
import type { SearchRow } from '../search/found-rows';
import { useToast } from '../toast';
import { Band, type BandLine } from './band';
import { loadAtLeisure, PageOfSection } from './lazy-page';
import { useOffice } from './office-context';
import styles from './office-frame.module.css';
import { SectionNav } from './section-nav';
import { SectionTabs } from './section-tabs';
import { type OfficeSection, ownSections, pageAt } from './sections';
import { useNamedField } from './use-named-field';
import type { WorkPlace } from './work-places';

/** The deep band, the navigation at the left, and the page that the address names. */
export function OfficeFrame<TextKey extends string>(props: {
  readonly place: WorkPlace;
  readonly sections: readonly OfficeSection<TextKey>[];
  readonly nameOf: (key: TextKey) => string;
  /** How the page's line is. */
  readonly line: BandLine;
  /** How many things of a page there are to see to, by its address. */
  readonly toMend?: Readonly<Partial<Record<string, number>>>;
  /** More for the band, before the language. */
  readonly band?: ReactNode;
  /** Stands over every section. */
  readonly alert?: ReactNode;
  /** Ends practice mode. */
  readonly onGoLive?: () => void;
}) {
  const { nameOf } = props;
  const { site, user } = useOffice();
  const { t } = useEntranceTexts();
  const [hash] = useHash({ getInitialValueInEffect: false });
  const sections = ownSections(props.sections, user, site);
  const shown = pageAt(sections, hash);
  const found =
    props.place === 'admin'
      ? []
      : sections.flatMap(({ pages }) =>
          pages.map(
            (page): SearchRow => ({
              kind: 'section',
              text: nameOf(page.name),
              context: t(`places.${props.place}`),
              href: `#${page.address}`,
            }),
          ),
        );
  useNamedField();
  useEffect(() => {
    loadAtLeisure(
      ownSections(props.sections, user, site).flatMap(({ pages }) => pages.map(({ page }) => page)),
    );
  }, [props.sections, user, site]);
  const section = useRef<HTMLDivElement>(null);
  const say = useToast();
  const { buttons } = useCallButtons();
  usePressedVerbs(buttons, () => say(t('buttonsElsewhere')));
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={() => section.current?.focus()}>
        {t('skip')}
      </button>
      <Band
        place={props.place}
        line={props.line}
        found={found}
        {...(props.onGoLive ? { onGoLive: props.onGoLive } : {})}
      >
        {props.band}
      </Band>
      <SectionNav sections={sections} present={shown?.section} nameOf={nameOf} toMend={props.toMend ?? {}} />
      <main className={styles.main}>
        <div className={styles.alert}>{props.alert}</div>
        {shown && <SectionTabs section={shown.section} present={shown.page.address} nameOf={nameOf} />}
        <div ref={section} className={styles.section} tabIndex={-1}>
          {shown && <PageOfSection key={shown.page.address} page={shown.page.page} />}
        </div>
      </main>
    </div>
  );
}
