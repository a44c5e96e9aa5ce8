import { IconDoorExit, IconPlugConnectedX, IconRepeat, IconSchool, IconWifi } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LineState } from '../../../../electron/contract/live-line';
import { useHallNow } from '../../../client/hall-clock';
import { JlamprangStar } from '../../jlamprang';
import { useHallClock, useHallTimeOf } from '../hall-time';
import { LanguageChoice } from '../language-choice';
import { useEntranceTexts } from '../office-texts';
import type { SearchRow } from '../search/found-rows';
import { Search } from '../search/search';
import styles from './band.module.css';
import { BandButton } from './band-button';
import { useOffice } from './office-context';
import { PersonMenu } from './person-menu';
import { type WorkPlace, WorkPlaces } from './work-places';

const nothing: readonly SearchRow[] = [];

/** How the page's line is; `unanswered`: what was pressed wasn't answered, whatever the line says. */
export type BandLine = LineState | 'unanswered';

/**
 * The deep band at the top of every office page: the hall, the work places, the clock and the line, the language, who is
 * signed in. While the line is lost the whole band turns mengkudu and says so in words: nothing below it moves, and it
 * can't be overlooked.
 */
export function Band(props: {
  readonly place: WorkPlace;
  /** Stands in place of the hall's name: which desk this is. */
  readonly heading?: string;
  /** Null where the page holds no line. */
  readonly line: BandLine | null;
  /** What becomes of what is pressed while the line is lost, where a page keeps it: `kept` once something waits. */
  readonly presses?: 'keeps' | 'kept';
  readonly children?: ReactNode;
  /** What of the page itself the search finds. */
  readonly found?: readonly SearchRow[];
  /** Ends practice mode; without it nobody is offered to here. */
  readonly onGoLive?: () => void;
  /** What signing out asks first, if anything. */
  readonly onSignOut?: () => void;
  /** The page waits for an answer before anybody may sign out. */
  readonly isSignOutWaiting?: boolean;
}) {
  const { line } = props;
  const { site, user, onSignOut } = useOffice();
  const { t } = useEntranceTexts();
  const isLost = line === 'unanswered' || line?.state === 'lost';
  // A desk's own buttons beside the work places leave little room.
  const isFull = props.heading !== undefined && user.role !== 'staff';
  return (
    <header className={styles.band} data-lost={isLost || undefined} data-full={isFull || undefined}>
      <JlamprangStar className={styles.star} />
      {props.heading !== undefined ? (
        <h1 className={styles.title} title={props.heading}>
          <span>{props.heading}</span>
        </h1>
      ) : site.practice ? (
        <strong className={styles.practice}>
          <IconSchool size={22} aria-hidden />
          {t('practice')}
        </strong>
      ) : (
        <strong className={styles.title} title={site.name}>
          <span>{site.name}</span>
        </strong>
      )}
      {site.practice && props.onGoLive && <BandButton onClick={props.onGoLive}>{t('goLive')}</BandButton>}
      {!isLost && <WorkPlaces role={user.role} present={props.place} />}
      {/* Officers look numbers up at their desk, and nothing else. */}
      {!isLost && user.role !== 'staff' && (
        <Search own={props.found ?? nothing} isBrief={props.heading !== undefined} />
      )}
      {isLost ? <Lost line={line} presses={props.presses} /> : <span className={styles.space} />}
      {!isLost && line && <LineSign line={line} />}
      <Clock />
      {props.children}
      {!isLost && <LanguageChoice />}
      {!isLost && <PersonMenu isBrief={isFull} />}
      <BandButton
        icon={<IconDoorExit size={20} aria-hidden />}
        label={t('signOut')}
        isWaiting={props.isSignOutWaiting ?? false}
        onClick={props.onSignOut ?? onSignOut}
      >
        <span className={styles.leave}>{t('signOut')}</span>
      </BandButton>
    </header>
  );
}

function Lost(props: { readonly line: BandLine | null; readonly presses: 'keeps' | 'kept' | undefined }) {
  const { line, presses } = props;
  const { t } = useEntranceTexts();
  const timeOf = useHallTimeOf();
  const since =
    line !== 'unanswered' && line?.state === 'lost' ? t('band.since', { time: timeOf(line.since) }) : '';
  return (
    <strong className={styles.lost} role="alert">
      <IconPlugConnectedX size={24} aria-hidden />
      {t(presses ? `band.lost.${presses}` : 'band.lost', { since })}
    </strong>
  );
}

/** The line in a picture, and in words where it isn't as it should be; those who can't see it hear it. */
function LineSign({ line }: { readonly line: LineState }) {
  const { t } = useEntranceTexts();
  if (line.state === 'lost') return null;
  const words = t(`band.line.${line.state}`);
  const Sign = line.state === 'asking' ? IconRepeat : IconWifi;
  return (
    <span className={styles.line} title={line.state === 'asking' ? t('line.asking') : words}>
      <Sign size={18} aria-hidden />
      <span className={line.state === 'open' ? styles.unseen : undefined}>{words}</span>
    </span>
  );
}

function Clock() {
  const now = useHallNow(1_000);
  const clock = useHallClock();
  return <time className={styles.clock}>{clock(now)}</time>;
}
