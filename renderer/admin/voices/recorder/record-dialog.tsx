import { Button, FileButton, Modal } from '@mantine/core';
import {
  IconMicrophone,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerStop,
  IconUpload,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AdminVoiceClip } from '../../../../electron/contract/admin-voices';
import type { Language } from '../../../../electron/contract/common';
import { callRoute } from '../../../client/api';
import { FormError } from '../../../ui/office/form-error';
import styles from '../../edit/panels.module.css';
import { useTexts } from '../../texts';
import { wordsOfClip } from './clip-words';
import { longestSeconds, wavOf } from './prepare-recording';
import own from './record-dialog.module.css';
import { useRecorder } from './use-recorder';

/**
 * A list to read out, recorded one after another: each is cut and levelled here, listened to, kept or made again. `clips` are
 * those to be recorded, in order, as the dialog opens.
 */
export function RecordDialog(props: {
  readonly language: Language;
  readonly clips: readonly AdminVoiceClip[];
  readonly onKept: () => void;
  readonly onClose: () => void;
}) {
  const { clips, language } = props;
  const { t, language: locale } = useTexts();
  const [at, setAt] = useState(0);
  const recorder = useRecorder();
  const { recorded, isRecording, fault } = recorder;
  const clip = clips[at];
  const resetFile = useRef<() => void>(null);
  const main = useRef<HTMLButtonElement>(null);

  const go = (to: number) => {
    recorder.stop();
    recorder.forget();
    setAt(to);
  };
  const keep = useMutation({
    mutationFn: async () => {
      if (!clip || recorded === undefined || recorded === 'unplayable') return;
      const file = wavOf(recorded.samples, recorded.sampleRate);
      await callRoute('keepVoice', { query: { language, name: clip.name }, file });
    },
    onSuccess: () => {
      props.onKept();
      go(at + 1);
    },
  });
  const sound = recorded === 'unplayable' ? undefined : recorded;
  const isGood = sound !== undefined && (sound.fault === null || ['loud', 'noisy'].includes(sound.fault));
  const wrong = recorded === 'unplayable' ? 'unplayable' : sound?.fault;
  // Space and Enter act on what comes next: record, end, keep.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another button is the main one
  useEffect(() => main.current?.focus(), [at, isRecording, isGood]);

  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('voice.record.title')}
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {clip === undefined ? (
        <div className={own.page}>
          <p className={own.words}>{t('voice.record.done')}</p>
          <Button ref={main} onClick={props.onClose}>
            {t('close')}
          </Button>
        </div>
      ) : (
        <div className={own.page}>
          <p className={styles.help}>
            {t('voice.record.progress', { at: String(at + 1), all: String(clips.length) })} · {clip.name}
          </p>
          <p className={own.words} lang={language}>
            {wordsOfClip(clip)}
          </p>
          <p className={styles.help}>{t('voice.record.help')}</p>
          {isRecording ? (
            <Button
              ref={main}
              size="lg"
              bg="var(--mengkudu)"
              leftSection={<IconPlayerStop aria-hidden />}
              onClick={recorder.stop}
            >
              {t('voice.record.stop')}
            </Button>
          ) : (
            <Button
              {...(isGood ? { variant: 'default' } : { ref: main })}
              size="lg"
              leftSection={<IconMicrophone aria-hidden />}
              onClick={() => void recorder.record()}
            >
              {t(recorded === undefined ? 'voice.record.start' : 'voice.record.again')}
            </Button>
          )}
          {isRecording && <Elapsed />}
          {fault && (
            <p role="alert" className={styles.warning}>
              {t(`voice.record.fault.${fault}`)}
            </p>
          )}
          {wrong && (
            <p role="alert" className={styles.warning}>
              {t(`voice.record.wrong.${wrong}`)}
            </p>
          )}
          {sound && isGood && (
            <p role="status" className={styles.help}>
              {t('voice.record.seconds', {
                seconds: new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
                  maximumFractionDigits: 1,
                }).format(sound.samples.length / sound.sampleRate),
              })}
            </p>
          )}
          <FormError error={keep.error} />
          <div className={styles.row}>
            <Button
              variant="default"
              disabled={!sound || sound.samples.length === 0}
              leftSection={<IconPlayerPlay size={20} aria-hidden />}
              onClick={recorder.play}
            >
              {t('voice.record.listen')}
            </Button>
            <Button
              ref={isGood ? main : null}
              disabled={!isGood}
              loading={keep.isPending}
              onClick={() => keep.mutate()}
            >
              {t('voice.record.keep')}
            </Button>
            <Button
              variant="subtle"
              rightSection={<IconPlayerSkipForward size={20} aria-hidden />}
              onClick={() => go(at + 1)}
            >
              {t('voice.record.skip')}
            </Button>
            <FileButton
              accept="audio/*,.opus,.ogg,.mp3,.m4a,.wav"
              resetRef={resetFile}
              onChange={(file) => {
                if (file) void recorder.take(file);
                resetFile.current?.();
              }}
            >
              {(button) => (
                <Button {...button} variant="subtle" leftSection={<IconUpload size={20} aria-hidden />}>
                  {t('voice.record.file')}
                </Button>
              )}
            </FileButton>
          </div>
        </div>
      )}
    </Modal>
  );
}

/** How long it has been recorded, of the longest time. */
function Elapsed() {
  const { t } = useTexts();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className={styles.warning}>
      {t('voice.record.elapsed', { seconds: String(seconds), most: String(longestSeconds) })}
    </p>
  );
}
