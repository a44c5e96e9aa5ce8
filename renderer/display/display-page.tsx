import { IconPlugConnectedX, IconSchool, IconVolume } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { LineState } from '../../electron/contract/live-line';
import type { Board, DisplaySnapshot } from '../../electron/contract/lobby';
import { codeInHalves, useDeviceReport } from '../client/device';
import { hallTimeAt, useHallNow } from '../client/hall-clock';
import { useSharedLine } from '../client/live/shared-line';
import { useLine, useSnapshot } from '../client/live/use-live-line';
import { formatDate, formatTime } from '../i18n/time';
import { HallSign } from '../ui/hall-sign';
import type { Announcer } from '../voice/announcer';
import { CallPanel } from './call-panel';
import styles from './display-page.module.css';
import { LastCalls } from './last-calls';
import { NoticePanel } from './notice-panel';
import { NowServing } from './now-serving';
import { openWithoutQueue, stopsInTheWay } from './on-the-board';
import { ownNotices } from './own-notices';
import { type RunningLine, RunningText } from './running-text';
import { SlideStage } from './slide-stage';
import { StopNotice } from './stop-notice';
import { StopPanel } from './stop-panel';
import { StopsLine } from './stops-line';
import { t } from './texts';
import { useAnnouncer } from './use-announcer';
import { useBoardOf, useFollowedScreen, useOwnScreen } from './use-own-screen';
import { useSlides } from './use-slides';

const callsBesideSlide = 4;

/** The lobby's screen, of one zone or the whole hall: current call, last calls, each counter, notices, voice. */
export function DisplayPage(props: { readonly zone: string | undefined }) {
  const own = useOwnScreen();
  const { device, code } = own;
  const zone = props.zone ?? device?.zone ?? undefined;
  const boardTopic = zone === undefined ? 'board' : `board:${zone}`;
  const live = useSharedLine([boardTopic, 'display', ...own.topics]);
  const line = useLine(live);
  useFollowedScreen(live, own);
  const hall = useSnapshot<DisplaySnapshot>(live, 'display');
  const board = useBoardOf(useSnapshot<Board>(live, boardTopic), device);
  const announcer = useAnnouncer(live, board, device?.counterIds ?? null);
  const heldBack = announcer?.stage().soundHeldBack;
  useDeviceReport(device, 'display', {
    sound: heldBack === undefined ? null : heldBack ? 'held_back' : 'on',
    chosenOutput: hall?.voice.output ?? '',
  });

  const stage = announcer?.stage();
  const { slide, end } = useSlides(hall?.slides ?? [], {
    busy: stage ? stage.announcing || stage.notice !== undefined : true,
    boardSeconds: hall?.layout.boardSeconds ?? 1,
  });

  if (!hall || !board || !announcer) {
    return <NotConnected line={line} />;
  }
  const { call, notice, announcing, waiting, soundHeldBack } = announcer.stage();
  const notYet = new Set(waiting.map((each) => each.sequence));
  const before = board.calls.filter(
    (each) =>
      each.sequence < (call?.sequence ?? 0) && each.number !== call?.number && !notYet.has(each.sequence),
  );
  const { layout } = hall;
  const inTheWay = stopsInTheWay(board);
  // A stop that fills the notice needn't be told a second time.
  const isToldBeside = layout.notices && !slide;
  const besides = isToldBeside ? board.stops.filter((stop) => !inTheWay.includes(stop)) : board.stops;
  return (
    <main className={styles.page}>
      {line.state === 'lost' ? (
        <div className={styles.lost} role="alert">
          <IconPlugConnectedX aria-hidden="true" />
          {t('lineLost')} {formatTime(hallTimeAt(line.since), hall.timezone)}. {t('lineLostMeaning')}
        </div>
      ) : null}
      {hall.practice ? (
        <div className={styles.practice}>
          <IconSchool aria-hidden="true" />
          <strong>{t('practice')}</strong>
          <span>{t('practiceMeaning')}</span>
        </div>
      ) : null}
      {code === null ? null : (
        <div className={styles.pairing}>
          <span>{t('pairing')}</span>
          <strong data-testid="pairing-code">{codeInHalves(code)}</strong>
        </div>
      )}
      <LobbyHeader hall={hall} zone={zone} isAsking={line.state === 'asking'} />
      {soundHeldBack && <SoundButton announcer={announcer} />}
      {!notice && <StopsLine stops={besides} />}
      {slide ? (
        <SlideStage
          slide={slide}
          calls={[...(call ? [call] : []), ...before].slice(0, callsBesideSlide)}
          onEnd={end}
        />
      ) : (
        <>
          <div className={styles.calls}>
            {notice ? (
              <StopPanel notice={notice} languages={hall.languages} />
            ) : (
              <CallPanel call={call} announcing={announcing} />
            )}
            <LastCalls calls={before.slice(0, layout.lastCalls)} />
          </div>
          {(layout.nowServing || layout.notices) && (
            <div className={styles.hall} data-alone={!layout.nowServing || !layout.notices || undefined}>
              {layout.nowServing && <NowServing board={board} timezone={hall.timezone} />}
              {layout.notices &&
                (inTheWay.length > 0 ? (
                  <StopNotice stops={inTheWay} timezone={hall.timezone} now={board.now} />
                ) : (
                  <NoticePanel notices={ownNotices(hall.notices, board)} />
                ))}
            </div>
          )}
        </>
      )}
      {layout.runningText && <RunningText lines={[...openLines(board), ...runningLines(hall)]} />}
    </main>
  );
}

/** Names the counters that stand nowhere on the screen because nobody waits there. */
function openLines(board: Board): RunningLine[] {
  const counters = openWithoutQueue(board).map(({ name }) => name.id);
  return counters.length === 0
    ? []
    : [{ language: 'id', text: t('openWithoutQueue', { counters: counters.join(', ') }) }];
}

/** Each text in the hall's languages, one after another; what is the same in two is shown once. */
function runningLines({ runningText, languages }: DisplaySnapshot): RunningLine[] {
  return runningText.flatMap((text) =>
    languages
      .map((language) => ({ language, text: text[language] || '' }))
      .filter((line, at, all) => line.text !== '' && all.findIndex(({ text }) => text === line.text) === at),
  );
}

/** Before anything was told: that it comes, or what is wrong. */
function NotConnected({ line }: { readonly line: LineState }) {
  const isLost = line.state === 'lost';
  return (
    <main className={styles.connecting}>
      <div>
        {isLost ? t('away') : t('connecting')}
        {isLost && <p>{t('awayHelp')}</p>}
      </div>
    </main>
  );
}

interface LobbyHeaderProps {
  readonly hall: DisplaySnapshot;
  readonly zone: string | undefined;
  /** Whether the news come by plain requests: for whoever looks after the screen. */
  readonly isAsking: boolean;
}

function LobbyHeader({ hall, zone, isAsking }: LobbyHeaderProps) {
  const moment = useHallNow(500);
  return (
    <header className={styles.header}>
      <HallSign logo={hall.logo} className={styles.logo} />
      <h1 className={styles.name}>
        {hall.name} <span className={styles.city}>{zone === undefined ? hall.city : `Zona ${zone}`}</span>
      </h1>
      <span className={styles.date}>
        {formatDate(moment, hall.timezone, 'id', { year: true })}
        {isAsking && <span className={styles.asking}>{t('asking')}</span>}
      </span>
      <time className={styles.clock}>{formatTime(moment, hall.timezone)}</time>
    </header>
  );
}

/** Browsers hold sound back until a press; a screen in the hall must say so, or it stays mute unnoticed. */
function SoundButton({ announcer }: { readonly announcer: Announcer }) {
  useEffect(() => {
    // Any key or press will do: a television's remote control has no pointer.
    const turnOn = () => announcer.turnSoundOn();
    document.addEventListener('pointerdown', turnOn);
    document.addEventListener('keydown', turnOn);
    return () => {
      document.removeEventListener('pointerdown', turnOn);
      document.removeEventListener('keydown', turnOn);
    };
  }, [announcer]);
  return (
    <button type="button" className={styles.sound} onClick={() => announcer.turnSoundOn()}>
      <IconVolume aria-hidden="true" />
      <strong>{t('soundOn')}</strong>
      <span>{t('soundMeaning')}</span>
    </button>
  );
}
