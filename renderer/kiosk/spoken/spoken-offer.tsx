import { IconEar } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { KioskSnapshot } from '../../../electron/contract/operation';
import { type HallSpeech, openHallSpeech } from '../../voice/open-hall-speech';
import { PressButton } from '../press-button';
import { useTexts } from '../texts';
import { prompts } from './in-words';
import { hearPulledOut } from './pressed-keys';
import styles from './spoken-offer.module.css';
import { loudest, usualVolume } from './visit';

/**
 * Asks who is at the screen whether the kiosk may speak for somebody else now; without an answer it does, after so many ms, as soon
 * as `mayBegin`. Who pressed the key is told meanwhile that the kiosk is in use; who pulls the headset out wants it no more.
 */
export function SpokenOffer({
  ms,
  kiosk,
  mayBegin,
  begin,
  refuse,
}: {
  readonly ms: number;
  readonly kiosk: KioskSnapshot;
  readonly mayBegin: boolean;
  readonly begin: () => void;
  readonly refuse: () => void;
}) {
  const { language } = useTexts();
  const t = prompts.in(language);
  const [left, setLeft] = useState(ms);
  const speech = useRef<HallSpeech>(undefined);
  const output = kiosk.spokenOutput;
  const say = (prompt: 'waitForScreen' | 'screenRefused') =>
    speech.current?.say([{ language: 'id', text: prompts.in('id')(prompt) }], usualVolume / loudest);
  const wait = useEffectEvent(() => say('waitForScreen'));
  const refused = useRef(false);
  useEffect(() => {
    const opened = openHallSpeech({ output });
    speech.current = opened;
    wait();
    const began = performance.now();
    const ticking = setInterval(() => setLeft(Math.max(0, began + ms - performance.now())), 200);
    return () => {
      clearInterval(ticking);
      if (!refused.current) opened.close();
    };
  }, [ms, output]);
  const keys = useEffectEvent(() => kiosk.spokenKeys);
  const withdraw = useEffectEvent(refuse);
  useEffect(
    () =>
      hearPulledOut(
        () => keys(),
        () => withdraw(),
      ),
    [],
  );
  const isOver = left === 0 && mayBegin;
  const beginNow = useEffectEvent(begin);
  useEffect(() => {
    if (isOver) beginNow();
  }, [isOver]);
  const stay = () => {
    refused.current = true;
    const opened = speech.current;
    void say('screenRefused')?.ended.then(() => opened?.close());
    refuse();
  };
  return (
    <div className={styles.veil}>
      <div className={styles.offer} role="alertdialog" aria-labelledby="offer" aria-describedby="offer-note">
        <IconEar stroke={1.5} aria-hidden="true" />
        <h1 id="offer">{t('offer')}</h1>
        <p id="offer-note">{t('offerNote', { count: Math.ceil(left / 1000) })}</p>
        <PressButton className={styles.stay} onPress={stay}>
          {t('offerRefuse')}
        </PressButton>
        <PressButton className={styles.begin} onPress={begin}>
          {t('offerBegin')}
        </PressButton>
      </div>
    </div>
  );
}
