import { Button, FileButton, Input, Select, Slider, TextInput } from '@mantine/core';
import { IconMicrophone, IconPlayerPlay, IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type AdminVoiceClip, ownClipName, voiceClipNames } from '../../../electron/contract/admin-voices';
import type { Language } from '../../../electron/contract/common';
import { languages } from '../../../electron/contract/languages';
import type { ShownSettings } from '../../../electron/contract/settings';
import { callRoute, Refused } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { useRestDrawn } from '../../ui/office/use-rest-drawn';
import { OutputControl } from '../devices/output-control';
import { FlagControl } from '../edit/controls';
import { EditForm } from '../edit/edit-form';
import type { ControlProps } from '../edit/field-row';
import { FieldTable } from '../edit/field-table';
import styles from '../edit/panels.module.css';
import type { SettingControls, SettingsFields } from '../edit/setting-rows';
import { TimeField } from '../edit/time-field';
import { useSettings } from '../edit/use-settings';
import { useSettingsForm } from '../edit/use-settings-form';
import { useMayChange } from '../frame/user-context';
import { useTexts } from '../texts';
import { wordsOfClip } from './recorder/clip-words';
import { RecordDialog } from './recorder/record-dialog';
import { sampleVoice } from './sample-voice';
import { SpeechPanel } from './speech-panel';

/** The voice that calls: how loud and fast, when it is quiet, and the clips it is made of. */
export function VoicesSection() {
  const settings = useSettings();
  if (!settings.data) return <NotYet answer={settings} />;
  return (
    <div className={styles.page}>
      <VoiceForm settings={settings.data} />
      <div className={styles.panel}>
        <SpeechPanel />
        <Clips />
      </div>
    </div>
  );
}

const controls: SettingControls<'voice'> = {
  lobbyOutput: OutputControl,
  voiceVolume: ShareControl,
  voiceSpeed: ShareControl,
  quietHours: QuietHoursControl,
};

function VoiceForm({ settings }: { readonly settings: ShownSettings }) {
  const { t, languageName } = useTexts();
  const { table, edit, readOnly, part } = useSettingsForm('voice', settings, controls);
  const { value } = edit;
  const [number, setNumber] = useState('A-012');
  const [desk, setDesk] = useState('3');
  const [language, setLanguage] = useState<Language>('id');
  const play = useMutation({
    mutationFn: () =>
      sampleVoice().call({ number, desk, language, volume: value.voiceVolume, speed: value.voiceSpeed }),
  });
  return (
    <div className={styles.panel} data-form>
      <EditForm parts={[part]} readOnly={readOnly}>
        <h1>{t('section.voices')}</h1>
        <FieldTable {...table} />
        <h2>{t('voice.try')}</h2>
        <div className={styles.row}>
          <TextInput
            label={t('voice.try.number')}
            w={120}
            maxLength={8}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <TextInput
            label={t('voice.try.desk')}
            w={120}
            maxLength={10}
            value={desk}
            onChange={(event) => setDesk(event.currentTarget.value)}
          />
          <Select
            label={t('voice.try.language')}
            allowDeselect={false}
            data={languages.map((each) => ({ value: each, label: languageName(each) }))}
            value={language}
            onChange={(chosen) => chosen && setLanguage(chosen)}
          />
          <Button
            variant="default"
            loading={play.isPending}
            leftSection={<IconPlayerPlay size={20} aria-hidden />}
            onClick={() => play.mutate()}
          >
            {t('voice.try.play')}
          </Button>
        </div>
        {play.data && (
          <p role="status" className={styles.help}>
            {t('voice.try.heard', { clips: play.data.join(' ') })}
          </p>
        )}
      </EditForm>
    </div>
  );
}

/** A share, in hundredths. */
function ShareControl(props: ControlProps<SettingsFields, number>) {
  return (
    <Input.Wrapper label={props.label} labelElement="div" description={props.help} error={props.error}>
      <Slider
        thumbLabel={props.label}
        min={props.shape.min ?? 0}
        max={props.shape.max ?? 1}
        step={0.05}
        label={(share) => `${Math.round(share * 100)} %`}
        disabled={props.readOnly}
        value={props.value}
        onChange={(share) => props.onChange(Math.round(share * 100) / 100)}
      />
    </Input.Wrapper>
  );
}

function QuietHoursControl({
  value,
  onChange,
  ...field
}: ControlProps<SettingsFields, ShownSettings['quietHours']>) {
  const { t } = useTexts();
  return (
    <>
      <FlagControl
        {...field}
        value={value !== null}
        onChange={(isQuiet) => onChange(isQuiet ? { from: '12:00', to: '13:00' } : null)}
      />
      {value && (
        <div className={styles.row}>
          <TimeField
            label={t('voice.quiet.from')}
            value={minutesOf(value.from)}
            onChange={(from) => onChange({ ...value, from: timeOf(from) })}
          />
          <TimeField
            label={t('voice.quiet.to')}
            value={minutesOf(value.to)}
            onChange={(to) => onChange({ ...value, to: timeOf(to) })}
          />
        </div>
      )}
    </>
  );
}

function Clips() {
  const { t, languageName } = useTexts();
  const readOnly = !useMayChange();
  const queries = useQueryClient();
  const [language, setLanguage] = useState<Language>('id');
  const [report, setReport] = useState<readonly string[]>([]);
  const [toRecord, setToRecord] = useState<readonly AdminVoiceClip[]>();
  const resetFiles = useRef<() => void>(null);
  const isWhole = useRestDrawn();
  const clips = useRoute('adminVoices');
  const refresh = () => refreshBelow(queries, '/admin/voices');
  const keep = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const told: string[] = [];
      for (const file of files) told.push(`${file.name}: ${await keepOne(file)}`);
      return told;
    },
    onSettled: refresh,
    onSuccess: (told) => {
      setReport(told);
      resetFiles.current?.();
    },
  });
  const remove = useMutation({
    mutationFn: (name: string) => callRoute('removeVoice', { params: { language, name } }),
    onSettled: refresh,
  });
  async function keepOne(file: File, name = file.name.replace(/\.\w+$/, '').toLowerCase()): Promise<string> {
    if (!voiceClipNames[language].includes(name) && !ownClipName.test(name)) return t('voice.unknownName');
    if (!(await sampleVoice().canPlay(file))) return t('voice.unplayable');
    try {
      await callRoute('keepVoice', { query: { language, name }, file });
      return t('voice.kept');
    } catch (error) {
      if (error instanceof Refused) return error.problem.detail;
      throw error;
    }
  }
  const here = (clips.data ?? []).filter((clip) => clip.language === language);
  const isHeard = ({ name, url }: AdminVoiceClip) => url !== null || sampleVoice().hasBuiltIn(language, name);
  const readable = here.filter((clip) => wordsOfClip(clip) !== null);
  const missing = readable.filter((clip) => !isHeard(clip));
  const words = missing.filter(({ says }) => says === null);
  const names = missing.filter(({ name, says }) => says !== null && !name.startsWith('say-'));
  const sentences = missing.filter(({ name }) => name.startsWith('say-'));
  return (
    <section className={styles.part} aria-label={t('voice.clips')}>
      <h2>{t('voice.clips')}</h2>
      <Select
        aria-label={t('voice.try.language')}
        allowDeselect={false}
        data={languages.map((each) => ({ value: each, label: languageName(each) }))}
        value={language}
        onChange={(chosen) => chosen && setLanguage(chosen)}
      />
      {clips.data && (
        <>
          <p className={words.length > 0 ? styles.warning : styles.help}>
            {words.length === 0
              ? t('voice.missing.none')
              : t('voice.missing', { count: String(words.length) })}
          </p>
          {names.length > 0 && (
            <p className={styles.help}>{t('voice.missing.names', { count: String(names.length) })}</p>
          )}
        </>
      )}
      {!readOnly && (
        <>
          <div className={styles.row}>
            {words.length > 0 && (
              <Button
                leftSection={<IconMicrophone size={20} aria-hidden />}
                onClick={() => setToRecord(words)}
              >
                {t('voice.record.missing')}
              </Button>
            )}
            {names.length > 0 && (
              <Button
                variant="default"
                leftSection={<IconMicrophone size={20} aria-hidden />}
                onClick={() => setToRecord(names)}
              >
                {t('voice.record.names')}
              </Button>
            )}
            {sentences.length > 0 && (
              <Button
                variant="default"
                leftSection={<IconMicrophone size={20} aria-hidden />}
                onClick={() => setToRecord(sentences)}
              >
                {t('voice.record.sentences', { count: sentences.length })}
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<IconMicrophone size={20} aria-hidden />}
              onClick={() => setToRecord(readable)}
            >
              {t('voice.record.all')}
            </Button>
          </div>
          <p className={styles.help}>{t('voice.pack.help')}</p>
          <FileButton
            multiple
            accept="audio/*,.opus,.ogg,.mp3,.m4a,.wav"
            resetRef={resetFiles}
            onChange={(files) => files.length > 0 && keep.mutate(files)}
          >
            {(button) => (
              <Button
                {...button}
                variant="default"
                loading={keep.isPending}
                leftSection={<IconUpload size={20} aria-hidden />}
              >
                {t('voice.pack')}
              </Button>
            )}
          </FileButton>
        </>
      )}
      <FormError error={keep.error ?? remove.error} />
      {report.length > 0 && (
        <div role="status" className={styles.help}>
          {report.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <table className={styles.clips} aria-busy={!isWhole}>
        <thead>
          <tr>
            <th scope="col">{t('voice.clip')}</th>
            <th scope="col">{t('voice.whose')}</th>
            <th scope="col">{t('voice.do')}</th>
          </tr>
        </thead>
        <tbody>
          {(isWhole ? here : []).map((clip) => {
            const { name, url } = clip;
            const playable = isHeard(clip);
            const said = wordsOfClip(clip);
            const called = said ?? (name === 'chime' ? t('voice.chime') : t('voice.nameGone'));
            return (
              <tr key={name}>
                <td>
                  {called}
                  <span className={styles.file}>{t('voice.file', { name })}</span>
                </td>
                <td>{t(url !== null ? 'voice.own' : playable ? 'voice.builtIn' : 'voice.notRecorded')}</td>
                <td>
                  <div className={styles.row}>
                    {playable && (
                      <Button
                        variant="default"
                        size="compact-sm"
                        aria-label={t('voice.playClip', { name: called })}
                        onClick={() => void sampleVoice().clip(language, name, url)}
                      >
                        {t('voice.play')}
                      </Button>
                    )}
                    {!readOnly && said !== null && (
                      <Button
                        variant="default"
                        size="compact-sm"
                        aria-label={t('voice.recordClip', { name: called })}
                        onClick={() => setToRecord([clip])}
                      >
                        {t('voice.record')}
                      </Button>
                    )}
                    {!readOnly && (
                      <FileButton
                        accept="audio/*,.opus,.ogg,.mp3,.m4a,.wav"
                        onChange={(file) =>
                          file &&
                          void keepOne(file, name).then((told) => {
                            setReport([`${called}: ${told}`]);
                            return refresh();
                          })
                        }
                      >
                        {(button) => (
                          <Button
                            {...button}
                            variant="default"
                            size="compact-sm"
                            aria-label={t('voice.replaceClip', { name: called })}
                          >
                            {t('voice.replace')}
                          </Button>
                        )}
                      </FileButton>
                    )}
                    {!readOnly && url !== null && (
                      <Button
                        variant="default"
                        size="compact-sm"
                        aria-label={t('voice.removeClip', { name: called })}
                        onClick={() => remove.mutate(name)}
                      >
                        {t('voice.remove')}
                      </Button>
                    )}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {toRecord && (
        <RecordDialog
          language={language}
          clips={toRecord}
          onKept={() => void refresh()}
          onClose={() => setToRecord(undefined)}
        />
      )}
    </section>
  );
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
