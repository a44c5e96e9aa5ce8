import type { Call } from '../../electron/contract/lobby';
import { FitText } from './fit-text';
import styles from './slide-stage.module.css';
import { deskName, t } from './texts';
import type { Slide } from './use-slides';

/** A slide, and beside it the last calls: whoever looks up late still finds the number. */
export function SlideStage(props: {
  readonly slide: Slide;
  readonly calls: readonly Call[];
  readonly onEnd: () => void;
}) {
  const { slide, calls, onEnd } = props;
  return (
    <div className={styles.stage}>
      <section className={styles.slide} aria-label={slide.name}>
        {slide.kind === 'image' ? (
          <img key={slide.id} src={slide.url} alt={slide.name} onError={onEnd} />
        ) : (
          // Without its sound: the hall must hear the calls.
          <video key={slide.id} src={slide.url} muted autoPlay playsInline onEnded={onEnd} onError={onEnd} />
        )}
      </section>
      <section className={styles.calls} aria-label={t('lastCalls')}>
        <h2>{t('lastCalls')}</h2>
        {calls.length === 0 ? <p>{t('noPreviousCalls')}</p> : null}
        <ol>
          {calls.map((call) => (
            <li key={call.sequence}>
              <FitText className={styles.number} text={call.number} />
              <FitText className={styles.desk} text={deskName(call.desk.label)} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
