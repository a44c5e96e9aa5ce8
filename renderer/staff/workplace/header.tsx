import { IconPlugConnectedX, IconRepeat, IconWifi } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LineState } from '../../../electron/contract/live-line';
import { useHallNow } from '../../client/hall-clock';
import { JlamprangStar } from '../../ui/jlamprang';
import { useHallClock, useHallTimeOf } from '../../ui/office/hall-time';
import { LanguageChoice } from '../../ui/office/language-choice';
import { useTexts } from '../texts';
import styles from './header.module.css';

/** How the page's line is; `unanswered`: what was pressed wasn't answered, whatever the line says. */
export type HeaderLine = LineState | 'unanswered';

/**
 * The deep band at the top. While the line is lost the whole band turns mengkudu and says so in words: nothing
 * below it moves, and it can't be overlooked.
 */
export function Header(props: {
  readonly title: string;
  readonly who: string;
  /** Null where the page holds no line. */
  readonly line: HeaderLine | null;
  /** Whether something pressed waits for the line. */
  readonly kept: boolean;
  readonly places?: ReactNode;
  readonly children?: ReactNode;
}) {
  const { t } = useTexts();
  const { line } = props;
  const timeOf = useHallTimeOf();
  const lost = line === 'unanswered' || line?.state === 'lost';
  const since =
    line !== 'unanswered' && line?.state === 'lost'
      ? t('header.line.since', { time: timeOf(line.since) })
      : '';
  return (
    <header className={styles.band} data-lost={lost || undefined}>
      <JlamprangStar className={styles.star} />
      <h1 className={styles.title} title={props.title}>
        {props.title}
      </h1>
      {!lost && (
        <span className={styles.who} title={props.who}>
          {props.who}
        </span>
      )}
      {!lost && props.places}
      {lost ? (
        <strong className={styles.lost} role="alert">
          <IconPlugConnectedX size={24} aria-hidden />
          {t(props.kept ? 'header.line.lostKept' : 'header.line.lost', { since })}
        </strong>
      ) : (
        <span className={styles.space} />
      )}
      {!lost && line && (
        <span
          className={styles.line}
          title={line.state === 'asking' ? t('header.line.askingWhy') : undefined}
        >
          {line.state === 'asking' ? (
            <IconRepeat size={18} aria-hidden />
          ) : (
            <IconWifi size={18} aria-hidden />
          )}
          {t(`header.line.${line.state}`)}
        </span>
      )}
      <Clock />
      {!lost && <LanguageChoice />}
      {props.children}
    </header>
  );
}

function Clock() {
  const now = useHallNow(1_000);
  const clock = useHallClock();
  return <time className={styles.clock}>{clock(now)}</time>;
}

/** A button in the band. */
export function HeaderButton(props: {
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-disabled={props.disabled ?? false}
      onClick={() => !props.disabled && props.onClick()}
    >
      {props.icon}
      <span>{props.children}</span>
    </button>
  );
}
