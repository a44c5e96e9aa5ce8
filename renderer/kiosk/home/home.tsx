import { IconHeartHandshake, IconInfoCircle, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { KioskSnapshot } from '../../../electron/contract/operation';
import type { MenuCounter } from '../../../electron/contract/site';
import { JlamprangSparkle } from '../../ui/jlamprang';
import { PrinterPicture } from '../../ui/printer-picture';
import { EarButton } from '../ear/ear-button';
import { groupNames } from '../group-names';
import { HallHeader } from '../hall-header';
import { LanguageButtons, ModeButton } from '../language-and-mode';
import { Pager } from '../pager';
import { printerFault } from '../printer-fault';
import { useTexts } from '../texts';
import type { Orientation } from '../use-canvas';
import type { Asking } from '../use-take-number';
import styles from './home.module.css';
import { landscapePages, type MenuBlock, portraitPages } from './menu-pages';
import { Tile } from './tile';

export interface HomeProps {
  readonly counters: readonly MenuCounter[];
  readonly kiosk: KioskSnapshot;
  /** The server's time, milliseconds. */
  readonly now: number;
  /** The kiosk's news come by plain requests. */
  readonly isAsking: boolean;
  readonly orientation: Orientation;
  readonly asking: Asking | null;
  readonly choose: (counter: MenuCounter) => void;
  readonly holdLogo: HoldLogo;
}

export type HoldLogo = () => void;

/** How a tile stands while a number is asked for. */
export function askingAt(asking: Asking | null, counter: MenuCounter): 'no' | 'yes' | 'slow' {
  if (asking?.wish.counterId !== counter.id) return 'no';
  return asking.slow ? 'slow' : 'yes';
}

/** The first screen: every counter of the hall in its group, each in its place all day. */
export function Home(props: HomeProps) {
  const { counters, kiosk, now, orientation, holdLogo } = props;
  const { t, local } = useTexts();
  const pages = orientation === 'portrait' ? portraitPages(counters) : landscapePages(counters);
  const [turned, turnTo] = useState(0);
  const shown = Math.min(turned, Math.max(0, pages.length - 1));
  const page = pages[shown] ?? [];
  const paged = pages.length > 1;
  return (
    <div className={styles.home} data-orientation={orientation} data-paged={paged || undefined}>
      <HallHeader kiosk={kiosk} now={now} isAsking={props.isAsking} holdLogo={holdLogo} />
      <main className={styles.main}>
        <div className={styles.prompt} data-fault={printerFault(kiosk) !== null || undefined}>
          <h1 data-own={kiosk.prompt.id !== '' || undefined}>{local(kiosk.prompt) || t('prompt')}</h1>
          <PrinterNotice kiosk={kiosk} />
        </div>
        <div className={styles.blocks}>
          {page.map((block) => (
            <Block key={block.group} block={block} {...props} />
          ))}
        </div>
        {orientation === 'landscape' && !paged && (
          <p className={styles.help}>
            <IconHeartHandshake stroke={2} aria-hidden="true" />
            {t('help')}
          </p>
        )}
      </main>
      {paged && orientation === 'portrait' && (
        <Pager className={styles.pager} page={shown} pages={pages.length} turnTo={turnTo} />
      )}
      <footer className={styles.footer}>
        <LanguageButtons languages={kiosk.languages} />
        <EarButton />
        <ModeButton />
        {paged && orientation === 'landscape' && (
          <Pager className={styles.pager} page={shown} pages={pages.length} turnTo={turnTo} />
        )}
      </footer>
    </div>
  );
}

function Block({ block, kiosk, asking, choose }: HomeProps & { readonly block: MenuBlock }) {
  const { t } = useTexts();
  return (
    <section
      className={styles.block}
      data-group={block.group}
      data-columns={block.columns}
      aria-labelledby={`group-${block.group}`}
    >
      <h2 id={`group-${block.group}`}>
        <JlamprangSparkle className={styles.sparkle} />
        {t(groupNames[block.group], { city: kiosk.city })}
        <span className={styles.rule} />
      </h2>
      <div className={styles.tiles}>
        {block.counters.map((counter) => (
          <Tile
            key={counter.id}
            counter={counter}
            asking={askingAt(asking, counter)}
            onPress={() => choose(counter)}
          />
        ))}
      </div>
    </section>
  );
}

/** What the people icon means, or, more important, what the hall wants known, or that there is no paper. */
function PrinterNotice({ kiosk }: { readonly kiosk: KioskSnapshot }) {
  const { t, local } = useTexts();
  const fault = printerFault(kiosk);
  if (!fault && kiosk.printer.cause === 'ticket_in_mouth') {
    return (
      <p className={styles.legend} role="status">
        <PrinterPicture cause="ticket_in_mouth" />
        {t('ticketInMouth')}
      </p>
    );
  }
  const notice = local(kiosk.notice);
  if (!fault && notice !== '') {
    return (
      <p className={styles.notice}>
        <IconInfoCircle stroke={2} aria-hidden="true" />
        {notice}
      </p>
    );
  }
  if (!fault) {
    return (
      <p className={styles.legend}>
        <IconUsers stroke={2} aria-hidden="true" />
        {t('peopleWaiting')}
      </p>
    );
  }
  return (
    <p className={styles.fault} role="status">
      <PrinterPicture cause={kiosk.printer.cause ?? 'not_ready'} />
      <span>
        <strong>{t(fault)}</strong>
        {t(kiosk.paperlessAllowed ? 'withoutPaper' : 'noNumbers')}
      </span>
    </p>
  );
}
