import { IconArrowLeft, IconBackspace } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ShellBridge } from '../../../electron/contract/shell';
import { PressButton } from '../press-button';
import { useTexts } from '../texts';
import styles from './exit-screen.module.css';

const longestPin = 12;

/**
 * Behind the hidden gesture: the staff's way out of the kiosk by a PIN. Until the first account exists it shows the
 * set-up code there, which is also the way out. Of a browser there is nothing to close.
 */
export function ExitScreen({
  shell,
  back,
}: {
  readonly shell: ShellBridge | undefined;
  readonly back: () => void;
}) {
  const { t } = useTexts();
  const [setupCode, setSetupCode] = useState<string | null>(null);
  useEffect(() => {
    let shown = true;
    // Without a code to show the PIN is asked for.
    shell?.setupCode((code) => {
      if (shown) setSetupCode(code);
    });
    return () => {
      shown = false;
    };
  }, [shell]);
  return (
    <main className={styles.screen}>
      <h1>{t('exitTitle')}</h1>
      {shell === undefined && <p>{t('exitUnavailable')}</p>}
      {shell && setupCode !== null && <SetupCode shell={shell} code={setupCode} />}
      {shell && setupCode === null && <PinPad shell={shell} />}
      <PressButton className={styles.back} onPress={back}>
        <IconArrowLeft stroke={2.5} aria-hidden="true" />
        {t('stayHere')}
      </PressButton>
    </main>
  );
}

function SetupCode({ shell, code }: { readonly shell: ShellBridge; readonly code: string }) {
  const { t } = useTexts();
  return (
    <section className={styles.setup}>
      <p>{t('exitSetup')}</p>
      <p className={styles.code} data-testid="setup-code">
        {code}
      </p>
      <p>{t('exitSetupNote')}</p>
      <PressButton className={styles.leave} onPress={() => shell.requestExit(code, () => undefined)}>
        {t('exitNow')}
      </PressButton>
    </section>
  );
}

function PinPad({ shell }: { readonly shell: ShellBridge }) {
  const { t } = useTexts();
  const [pin, setPin] = useState('');
  const [wrong, setWrong] = useState(false);
  const [asking, setAsking] = useState(false);
  const type = (digit: string) => {
    setWrong(false);
    setPin((typed) => (typed + digit).slice(0, longestPin));
  };
  const leave = () => {
    setAsking(true);
    shell.requestExit(pin, (right) => {
      setAsking(false);
      setPin('');
      setWrong(!right);
    });
  };
  return (
    <section className={styles.pad}>
      <p>{t('exitPin')}</p>
      <output className={styles.dots} aria-label={`${t('digits')}: ${pin.length}`}>
        {'●'.repeat(pin.length)}
      </output>
      <div className={styles.keys}>
        {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
          <PressButton key={digit} onPress={() => type(digit)}>
            {digit}
          </PressButton>
        ))}
        <PressButton
          aria-label={t('erase')}
          onPress={() => {
            setPin((typed) => typed.slice(0, -1));
          }}
        >
          <IconBackspace stroke={2} aria-hidden="true" />
        </PressButton>
        <PressButton onPress={() => type('0')}>0</PressButton>
        <PressButton
          className={styles.enter}
          unavailable={pin === ''}
          busy={asking}
          onPress={() => void leave()}
        >
          {t('exitNow')}
        </PressButton>
      </div>
      <p role="alert" className={styles.wrong}>
        {wrong && t('exitWrong')}
      </p>
    </section>
  );
}
