import { Button } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { AdminSpeech } from '../../../electron/contract/speech';
import { useRoute } from '../../client/use-route';
import type { HallSpeech } from '../../voice/open-hall-speech';
import styles from '../edit/panels.module.css';
import { useTexts } from '../texts';
import { sampleSentence } from './voice-samples';

/** What was just installed is found while somebody waits for it. */
const askAgainMs = 10_000;

/** What makes sentences into speech on Antre's computer: what is there, how to get what isn't, and a sample to hear. */
export function SpeechPanel() {
  const { t } = useTexts();
  const speech = useRoute('adminSpeech', {}, { refetchInterval: askAgainMs });
  if (!speech.data) return null;
  const { synthesiser, voices, install } = speech.data;
  return (
    <section className={styles.part} aria-label={t('speech.title')}>
      <h2>{t('speech.title')}</h2>
      <p className={styles.help}>{t('speech.help')}</p>
      {synthesiser ? (
        <>
          <p>{t(`speech.found.${synthesiser.name}`, { version: synthesiser.version })}</p>
          <Voices voices={voices} />
          <Progress speech={speech.data} />
        </>
      ) : (
        <>
          <p className={styles.warning}>{t('speech.none')}</p>
          <p>{t(`speech.install.${install}`)}</p>
          {install === 'apt' && (
            <pre>
              <code>{t('speech.install.command')}</code>
            </pre>
          )}
          <p className={styles.help}>{t('speech.install.then')}</p>
        </>
      )}
    </section>
  );
}

function Voices({ voices }: Pick<AdminSpeech, 'voices'>) {
  const { t, languageName } = useTexts();
  const { saying, fault, say, stop } = useSample();
  return (
    <>
      <table className={styles.clips}>
        <thead>
          <tr>
            <th scope="col">{t('voice.try.language')}</th>
            <th scope="col">{t('voice.whose')}</th>
            <th scope="col">{t('voice.do')}</th>
          </tr>
        </thead>
        <tbody>
          {voices.map(({ language, voice }) => (
            <tr key={language}>
              <td>{languageName(language)}</td>
              <td>{voice ?? t(language === 'jv' ? 'speech.voice.onlyRecorded' : 'speech.voice.none')}</td>
              <td>
                {voice !== null && (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={t(saying === language ? 'speech.stopSample' : 'speech.playSample', {
                      language: languageName(language),
                    })}
                    leftSection={
                      saying === language ? (
                        <IconPlayerStop size={18} aria-hidden />
                      ) : (
                        <IconPlayerPlay size={18} aria-hidden />
                      )
                    }
                    onClick={() =>
                      saying === language ? stop() : say({ language, text: sampleSentence(language) })
                    }
                  >
                    {t(saying === language ? 'speech.stop' : 'voice.play')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {fault && <p className={styles.warning}>{t('speech.unsaid')}</p>}
    </>
  );
}

/** One sentence at a time, on this computer's loudspeaker, as a kiosk would say it. */
function useSample() {
  const [saying, setSaying] = useState<string | null>(null);
  const [fault, setFault] = useState(false);
  const source = useRef<HallSpeech>(undefined);
  useEffect(() => () => source.current?.close(), []);
  return {
    saying,
    fault,
    say: async (utterance: Parameters<HallSpeech['say']>[0][number]) => {
      setSaying(utterance.language);
      setFault(false);
      const { openHallSpeech } = await import('../../voice/open-hall-speech');
      // Made at the first press, since browsers want one.
      source.current ??= openHallSpeech();
      const spoken = source.current.say([utterance], 1);
      const ended = await spoken.ended;
      if (ended === 'stopped') return;
      setSaying(null);
      setFault(ended === 'unsaid');
    },
    stop: () => {
      source.current?.say([], 1);
      setSaying(null);
    },
  };
}

function Progress({ speech }: { readonly speech: AdminSpeech }) {
  const { t } = useTexts();
  const { wanted, made, failing, failingCount, diskFull } = speech;
  return (
    <>
      <p>{wanted === 0 ? t('speech.nothingWanted') : t('speech.made', { made, wanted })}</p>
      {diskFull && <p className={styles.warning}>{t('speech.diskFull')}</p>}
      {failingCount > 0 && (
        <details>
          <summary className={styles.warning}>{t('speech.failing', { count: failingCount })}</summary>
          <ul>
            {failing.map(({ language, text, error }) => (
              <li key={`${language} ${text}`}>
                {text} <code>{error}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
