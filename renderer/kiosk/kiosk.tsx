import { useEffect, useMemo, useRef, useState } from 'react';
import type { Language, Problem } from '../../electron/contract/common';
import type { LineState } from '../../electron/contract/live-line';
import type { KioskSnapshot } from '../../electron/contract/operation';
import type { MenuCounter } from '../../electron/contract/site';
import type { HolderTicket, Priority } from '../../electron/contract/tickets';
import { callRoute } from '../client/api';
import { useAccess, useDeviceReport } from '../client/device';
import { useHallNow } from '../client/hall-clock';
import { isHeard, useLine, useLiveLine, useSnapshot } from '../client/live/use-live-line';
import { undoTouches } from '../client/visited-page';
import { formatTime } from '../i18n/time';
import colours from '../ui/kiosk-colours.module.css';
import { CounterPage } from './counter/counter-page';
import { EarProvider } from './ear/ear';
import { useEar } from './ear/use-ear';
import { Home } from './home/home';
import { IdleQuestion } from './idle-question';
import styles from './kiosk.module.css';
import { ComfortProvider } from './language-and-mode';
import { OfflineScreen } from './offline-screen';
import { PairingScreen } from './pairing/pairing-screen';
import { PracticeBanner } from './practice-banner';
import { DeadWhileAsking } from './press-button';
import { ScanNotice } from './scanned/scan-notice';
import { useScans } from './scanned/use-scans';
import { tellWay } from './tell-way';
import { TextsProvider } from './texts';
import { TicketFlow } from './ticket/ticket-flow';
import { TouchNotice } from './touch-notice';
import { useCanvas } from './use-canvas';
import { useIdle } from './use-idle';
import { useLaterScreens } from './use-later-screens';
import { untouchedMs, useSpokenStart } from './use-spoken-start';
import { useSteadyTouch } from './use-steady-touch';
import { useTakeNumber } from './use-take-number';
import { useTheme } from './use-theme';

type Screen =
  | { readonly name: 'home' }
  | {
      readonly name: 'counter';
      readonly counterId: string;
      /** As it stood when it was chosen: it may be taken out of the hall while somebody reads. */
      readonly chosen: MenuCounter | null;
      readonly refusal: Problem | null;
    }
  | { readonly name: 'ticket'; readonly given: HolderTicket; readonly unasked: readonly Priority[] }
  | { readonly name: 'scanned'; readonly ticket: HolderTicket }
  | { readonly name: 'exit' };

const topics = ['counters', 'kiosk'];
/** A line that is back within this time was never worth a screen. */
const lostForMs = 1_000;

/** A kiosk that is let in, or the code by which it is to be. */
export function Kiosk() {
  const { access, askAgain } = useAccess('kiosk');
  const device = access.state === 'let-in' ? access.device : undefined;
  const [busy, setBusy] = useState(false);
  const [output, setOutput] = useState('');
  useDeviceReport(device, 'kiosk', { busy, chosenOutput: output });
  return access.state === 'waiting' ? (
    <PairingScreen code={access.code} />
  ) : (
    <KioskForVisitors onLineLost={device && askAgain} onBusy={setBusy} onOutput={setOutput} />
  );
}

/** The kiosk: which screen is shown, in which language and size, to whom it belongs until they are gone. */
function KioskForVisitors({
  onLineLost,
  onBusy,
  onOutput,
}: {
  readonly onLineLost: (() => void) | undefined;
  readonly onBusy: (busy: boolean) => void;
  readonly onOutput: (output: string) => void;
}) {
  const live = useLiveLine(topics);
  const line = useLine(live);
  // The line may be lost because this kiosk is let in no longer.
  useEffect(() => {
    if (line.state === 'lost') onLineLost?.();
  }, [line.state, onLineLost]);
  const menu = useSnapshot<MenuCounter[]>(live, 'counters');
  const kiosk = useSnapshot<KioskSnapshot>(live, 'kiosk');
  const counters = useMemo(
    () => menu?.filter(({ id }) => kiosk?.counterIds?.includes(id) ?? true),
    [menu, kiosk?.counterIds],
  );
  // Asked anew after each start of the server.
  const isConnected = isHeard(line);
  useEffect(() => {
    if (isConnected) void callRoute('site').catch(() => undefined);
  }, [isConnected]);
  const now = useHallNow(1_000);
  const canvas = useCanvas();
  const [language, setLanguage] = useState<Language>('id');
  const [large, setLarge] = useState(false);
  const [screen, show] = useState<Screen>({ name: 'home' });
  /** Rises with each visitor, so that nothing of the last one's is left on the screen. */
  const [visit, setVisit] = useState(0);

  const start = () => {
    setLanguage('id');
    setLarge(false);
    show({ name: 'home' });
    setVisit((count) => count + 1);
    void undoTouches();
  };
  const { asking, take } = useTakeNumber({
    given: (given, { unasked }) => show({ name: 'ticket', given, unasked }),
    refused: (problem, { counterId }) =>
      show({
        name: 'counter',
        counterId,
        chosen: counters?.find(({ id }) => id === counterId) ?? null,
        refusal: problem,
      }),
    givenUp: start,
  });
  const untouched = screen.name === 'home' && language === 'id' && !large;
  const spoken = useSpokenStart(kiosk, asking !== null ? 'asking' : untouched ? 'rest' : 'touched');
  const isSpoken = spoken.started !== null;
  const mayRead = kiosk?.ear === true && !isSpoken && spoken.wished === null;
  const ear = useEar(mayRead, language, `${visit} ${screen.name} ${large}`);
  const busy = !untouched || asking !== null || isSpoken || ear.isReading;
  useEffect(() => onBusy(busy), [busy, onBusy]);
  const output = kiosk?.spokenPath ? kiosk.spokenOutput : '';
  useEffect(() => onOutput(output), [output, onOutput]);
  const idleLeft = useIdle(
    screen.name !== 'ticket' && asking === null && !isSpoken && !ear.isReading,
    large ? unhurried(kiosk?.idleSeconds ?? 30) : { seconds: kiosk?.idleSeconds ?? 30, askedFor: 8 },
    start,
  );
  const offered = kiosk?.languages;
  useEffect(() => {
    // An admin took the language away while it was in use.
    if (offered && !offered.includes(language)) setLanguage('id');
  }, [offered, language]);
  useTheme(kiosk?.colours);
  const offline = useLostFor(line, lostForMs);
  const starting = !counters || !kiosk;
  /** The server can't be heard, and nothing that a visitor could do would come of it. */
  const away = starting || (offline && screen.name !== 'ticket');
  const later = useLaterScreens();
  const scans = useScans({
    screen,
    show:
      away || isSpoken || screen.name === 'exit' || !later
        ? 'never'
        : screen.name === 'ticket' || asking
          ? 'later'
          : 'now',
    found: (ticket) => {
      // Whoever has not chosen one here goes on in that of the ticket.
      if (language === 'id') setLanguage(ticket.language);
      show({ name: 'scanned', ticket });
    },
  });
  const countedVisit = useRef(-1);
  const comfort = useMemo(
    () => ({
      large,
      setLarge: (wanted: boolean) => {
        setLarge(wanted);
        if (!wanted || countedVisit.current === visit) return;
        countedVisit.current = visit;
        void tellWay('large');
      },
      setLanguage,
    }),
    [large, visit],
  );
  const way = large ? 'large' : undefined;
  const { orientation } = canvas;
  const steady = useSteadyTouch(large);

  /** One tap where one suffices: nothing to choose, nothing to read, and who goes first says so while the number is shown. */
  const choose = (counter: MenuCounter) => {
    const [service, ...others] = counter.services;
    const atOnce =
      !large &&
      service?.status === 'open' &&
      others.length === 0 &&
      service.documents.id.length === 0 &&
      // What stands in doubt is read first.
      (service.servedToday?.sentence ?? null) === null;
    if (atOnce) {
      const { priorities: unasked } = service;
      take({ counterId: counter.id, serviceId: service.id, priority: null, unasked, language, way });
    } else show({ name: 'counter', counterId: counter.id, chosen: counter, refusal: null });
  };

  const content = () => {
    if (!counters || !kiosk) return null;
    if (screen.name === 'ticket') {
      return (
        <TicketFlow
          given={screen.given}
          unasked={screen.unasked}
          kiosk={kiosk}
          now={now}
          orientation={orientation}
          done={start}
        />
      );
    }
    if (screen.name === 'scanned' && later) {
      return (
        <later.ScannedTicket
          key={screen.ticket.token}
          scanned={screen.ticket}
          kiosk={kiosk}
          now={now}
          orientation={orientation}
          done={start}
        />
      );
    }
    if (screen.name === 'exit' && later) {
      return <later.ExitScreen shell={window.antre} back={start} />;
    }
    const counter =
      screen.name === 'counter' &&
      (counters.find((each) => each.id === screen.counterId) ?? takenOut(screen.chosen));
    if (counter && screen.name === 'counter') {
      return (
        <CounterPage
          key={counter.id}
          counter={counter}
          timezone={kiosk.timezone}
          time={formatTime(now, kiosk.timezone)}
          complaintUrl={kiosk.complaintUrl}
          infoUrl={kiosk.infoUrl}
          orientation={orientation}
          later={later}
          asking={asking}
          refusal={screen.refusal}
          take={(service, priority) =>
            take({ counterId: counter.id, serviceId: service.id, priority, unasked: [], language, way })
          }
          back={() => show({ name: 'home' })}
        />
      );
    }
    const Start = large && later ? later.LargeHome : Home;
    return (
      <Start
        counters={counters}
        kiosk={kiosk}
        now={now}
        isAsking={line.state === 'asking'}
        orientation={orientation}
        asking={asking}
        choose={choose}
        holdLogo={() => later && show({ name: 'exit' })}
      />
    );
  };

  return (
    <TextsProvider language={language}>
      <ComfortProvider value={comfort}>
        <DeadWhileAsking value={asking !== null}>
          <div className={styles.screen}>
            <div
              className={`${colours.colours} ${styles.canvas}`}
              data-orientation={orientation}
              data-mode={large ? 'large' : 'normal'}
              data-screen={screen.name}
              onClickCapture={steady}
              style={{
                width: canvas.width,
                height: canvas.height,
                transform: `scale(${canvas.scale})`,
              }}
            >
              {kiosk?.practice && <PracticeBanner />}
              {kiosk?.touchScreen.state === 'gone' && (
                <TouchNotice keyboard={kiosk.touchScreen.keyboard} languages={kiosk.languages} />
              )}
              {/* Anew for each who touches it (a key of its own among its neighbours); whoever is led by speech may outlast a number that another left on the screen. */}
              <div
                key={`visit ${visit}`}
                className={styles.content}
                inert={away || isSpoken || spoken.wished !== null}
              >
                <EarProvider value={ear}>{content()}</EarProvider>
              </div>
              {scans.said && (
                <ScanNotice key={`scan ${scans.said.turn}`} word={scans.said.word} over={scans.over} />
              )}
              {idleLeft !== null && !untouched && !away && !isSpoken && !spoken.wished && (
                <IdleQuestion left={idleLeft} />
              )}
              {away && <OfflineScreen line={line} timezone={kiosk?.timezone} languages={kiosk?.languages} />}
              {spoken.wished && spoken.path && kiosk && (
                <spoken.path.SpokenOffer
                  ms={untouchedMs}
                  kiosk={kiosk}
                  mayBegin={asking === null}
                  begin={spoken.begin}
                  refuse={spoken.refuse}
                />
              )}
              {spoken.started && spoken.path && kiosk && (
                <spoken.path.SpokenPage
                  start={spoken.started}
                  counters={counters}
                  kiosk={kiosk}
                  isAway={starting || offline}
                  over={() => {
                    spoken.over();
                    // Whoever was at the touched path has left it, but for a number that is still shown.
                    if (screen.name !== 'ticket') start();
                  }}
                />
              )}
            </div>
          </div>
        </DeadWhileAsking>
      </ComfortProvider>
    </TextsProvider>
  );
}

/** Who sees little or whose hands shake is asked later, and has the twenty seconds of WCAG 2.2.1 to answer by a touch anywhere. */
function unhurried(seconds: number): { readonly seconds: number; readonly askedFor: number } {
  return { seconds: Math.max(90, 2 * seconds), askedFor: 20 };
}

/** Whether the line is lost, and has been for so many milliseconds. */
function useLostFor(line: LineState, ms: number): boolean {
  const since = line.state === 'lost' ? line.since : null;
  const [long, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (since === null) return;
    const waiting = setTimeout(() => setLong(true), Math.max(0, since + ms - performance.now()));
    return () => clearTimeout(waiting);
  }, [since, ms]);
  return since !== null && long;
}

/** A counter that the hall has no longer, to say so to who stands on its page. */
function takenOut(counter: MenuCounter | null): MenuCounter | null {
  return (
    counter && {
      ...counter,
      status: 'closed',
      state: 'closed',
      reason: null,
      opensAt: null,
      until: null,
      cause: null,
      servedToday: null,
      services: [],
    }
  );
}
