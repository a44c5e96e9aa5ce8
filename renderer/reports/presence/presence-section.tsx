import type { PresenceRow } from '../../../electron/contract/reports';
import { DataTable } from '../../ui/office/data-table';
import { figureColumns } from '../../ui/office/figure-columns';
import { durationInWords, shareInWords } from '../../ui/office/figure-words';
import { Answered } from '../figures/answered';
import { FileLinks } from '../figures/file-links';
import { Panel } from '../figures/panel';
import { ShareBars } from '../figures/share-bars';
import { usePresence } from '../figures/use-figures';
import { SectionPage } from '../frame/section-page';
import { usePeriod } from '../period/period';
import { useTexts } from '../texts';
import styles from './presence-section.module.css';

/** Whether each institution kept its opening hours: the desks' sign-ins against what was promised. */
export function PresenceSection() {
  const { t } = useTexts();
  const presence = usePresence();
  return (
    <SectionPage title={t('section.presence')}>
      <Panel title={t('presence.title')} sentence={t('presence.sentence')}>
        <Answered answer={presence}>
          {(rows) => {
            const ordered = rows.toSorted((one, other) => lostOf(other) - lostOf(one));
            return (
              <>
                <Bars rows={ordered} />
                <PresenceTable rows={ordered} />
              </>
            );
          }}
        </Answered>
      </Panel>
    </SectionPage>
  );
}

/** A bar an institution, in the order of the rows: the dark part was served, the striped part was a break. */
function Bars({ rows }: { readonly rows: readonly PresenceRow[] }) {
  const { t, local, language } = useTexts();
  const lostInWords = (row: PresenceRow) =>
    lostOf(row) === 0
      ? t('presence.nothingLost')
      : t('presence.lostTime', { time: durationInWords(lostOf(row), language) });
  const share = (part: number, row: PresenceRow) => (row.promised === 0 ? 0 : (part / row.promised) * 100);
  return (
    <ShareBars
      legend={
        <p className={styles.legend}>
          <span className={styles.there} /> {t('presence.there')}
          <span className={styles.break} /> {t('presence.break')}
          <span className={styles.nobody} /> {t('presence.nobody')}
        </p>
      }
      ground={styles.break}
      bars={rows.map((row) => ({
        key: row.counterId,
        name: `${row.counterCode}, ${local(row.name)}`,
        bar: (
          <>
            <rect
              className={styles.empty}
              x={share(row.present, row)}
              width={100 - share(row.present, row)}
              height="10"
            />
            <rect className={styles.working} width={share(row.present - row.paused, row)} height="10" />
          </>
        ),
        share: lostInWords(row),
      }))}
    />
  );
}

/** Seconds of the promised hours with nobody there. */
function lostOf({ promised, present }: PresenceRow): number {
  return promised - present;
}

function PresenceTable({ rows }: { readonly rows: readonly PresenceRow[] }) {
  const { t, local, language } = useTexts();
  const { period } = usePeriod();
  return (
    <DataTable
      look="figures"
      caption={t('presence.title')}
      rows={rows}
      keyOf={(row) => row.counterId}
      columns={[
        {
          key: 'name',
          title: t('by.counter'),
          value: (row) => `${row.counterCode}, ${local(row.name)} ${row.agency}`,
          show: (row) => (
            <>
              {row.counterCode}, {local(row.name)}
              <span className={styles.agency}>{row.agency}</span>
            </>
          ),
        },
        {
          key: 'share',
          title: t('presence.share'),
          value: (row) => row.present / Math.max(1, row.promised),
          show: (row) => shareInWords(row.present, row.promised),
        },
        {
          key: 'lost',
          title: t('presence.lost'),
          value: lostOf,
          show: (row) => durationInWords(lostOf(row), language),
        },
        ...figureColumns('presence', { t, language }),
      ]}
      tools={<FileLinks path="presence" query={{ ...period }} caption={t('presence.title')} />}
    />
  );
}
