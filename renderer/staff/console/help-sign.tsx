import type { Desk } from '../../../electron/contract/staff';
import { useHallClock } from '../../ui/office/hall-time';
import { useTexts } from '../texts';
import styles from './help-sign.module.css';
import { Key } from './key';

/** The call for help at one's desk: small and silent, since whoever stands there may see the screen. */
export function HelpSign(props: {
  readonly help: Desk['help'];
  readonly ready: boolean;
  /** What stands on its key; null where keys do nothing. */
  readonly shortcut: string | null;
  readonly onAsk: () => void;
  readonly onEnd: () => void;
}) {
  const { help, ready, shortcut } = props;
  const { t } = useTexts();
  const clock = useHallClock();
  const press = (act: () => void) => () => ready && act();
  if (!help) {
    return (
      <button
        type="button"
        className={styles.ask}
        aria-disabled={!ready}
        aria-keyshortcuts={shortcut ?? undefined}
        onClick={press(props.onAsk)}
      >
        {t('help.ask')}
        {shortcut !== null && <Key label={shortcut} />}
      </button>
    );
  }
  const said = help.coming
    ? t('help.coming', { name: help.coming.displayName })
    : t('help.asked', { time: clock(help.since) });
  return (
    <p className={styles.asked} data-coming={help.coming !== null || undefined}>
      <span role="status" title={said}>
        {said}
      </span>
      <button type="button" className={styles.end} aria-disabled={!ready} onClick={press(props.onEnd)}>
        {t(help.coming ? 'help.helped' : 'help.takeBack')}
      </button>
    </p>
  );
}
