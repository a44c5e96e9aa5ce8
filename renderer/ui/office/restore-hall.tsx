import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AwayCopy, FoundPlace } from '../../../electron/contract/admin-copies';
import { catalogue } from '../../../electron/texts/catalogue';
import { dateInWords } from '../../../electron/texts/dates';
import type indonesian from '../../../electron/texts/id/office/restore-hall.json';
import { callRoute } from '../../client/api';
import styles from './entrance.module.css';
import { faultOf } from './fault-line';
import { FormError } from './form-error';
import { useOfficeTexts } from './office-texts';
import { sizeInWords } from './size-in-words';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../../../electron/texts/*/office/restore-hall.json', { eager: true, import: 'default' }),
);
/** More are seldom wanted; older ones are chosen among these by their day. */
const mostShown = 30;

/** On a machine without accounts: a copy of a second place becomes the hall, step by step. */
export default function RestoreHall({
  code,
  onBack,
}: {
  readonly code: string;
  readonly onBack: () => void;
}) {
  const { t } = useOfficeTexts(texts);
  const [typedCode, setTypedCode] = useState(code);
  const [folder, setFolder] = useState('');
  const [copy, setCopy] = useState<AwayCopy | null>(null);
  const [key, setKey] = useState('');
  const look = useMutation({
    mutationFn: (at: string) =>
      callRoute('setUpCopies', { body: { code: typedCode.trim(), ...(at === '' ? {} : { folder: at }) } }),
    onSuccess: ({ copies }) => setCopy(copies[0] ?? null),
  });
  const restore = useMutation({
    mutationFn: ({ name }: AwayCopy) =>
      callRoute('setUpRestore', { body: { code: typedCode.trim(), folder, name, key } }),
  });
  if (restore.data) return <Restored hall={restore.data.hall} />;
  const { data } = look;
  const isLooked = data !== undefined && folder !== '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (look.isPending || restore.isPending) return;
        if (copy && key !== '') restore.mutate(copy);
        else look.mutate(folder);
      }}
    >
      <p className={styles.sentence}>{t('what')}</p>
      <FormError error={restore.error ?? look.error} />
      <TextInput
        label={t('code')}
        required
        withAsterisk={false}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={typedCode}
        error={faultOf(look.error, 'code')}
        onChange={(event) => setTypedCode(event.currentTarget.value)}
      />
      {data && (
        <Places
          places={data.places}
          folder={folder}
          onType={(at) => {
            setFolder(at);
            setCopy(null);
          }}
          onChoose={(at) => {
            setFolder(at);
            look.mutate(at);
          }}
        />
      )}
      {isLooked && !look.isPending && !look.error && (
        <CopyChoice copies={data.copies} chosen={copy} onChoose={setCopy} />
      )}
      {copy && (
        <Textarea
          label={t('key', { name: copy.label?.keyName ?? '–' })}
          description={t('key.help')}
          autoComplete="off"
          spellCheck={false}
          autosize
          minRows={2}
          maxLength={200}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
      )}
      {restore.isPending && <p role="status">{t('restoring')}</p>}
      {copy ? (
        <Button type="submit" size="lg" disabled={key.trim() === ''} loading={restore.isPending}>
          {t('restore')}
        </Button>
      ) : (
        <Button type="submit" size="lg" loading={look.isPending}>
          {t(data ? 'look' : 'next')}
        </Button>
      )}
      <Button variant="default" disabled={restore.isPending} onClick={onBack}>
        {t('back')}
      </Button>
    </form>
  );
}

function Places(props: {
  readonly places: readonly FoundPlace[];
  readonly folder: string;
  readonly onType: (folder: string) => void;
  readonly onChoose: (folder: string) => void;
}) {
  const { t } = useOfficeTexts(texts);
  return (
    <>
      {props.places.length > 0 ? (
        <Radio.Group label={t('places')} value={props.folder} onChange={props.onChoose}>
          <div className={styles.form}>
            {props.places.map(({ folder }) => (
              <Radio key={folder} value={folder} label={folder} />
            ))}
          </div>
        </Radio.Group>
      ) : (
        <p>{t('noPlaces')}</p>
      )}
      <TextInput
        label={t('folder')}
        description={t('folder.help')}
        spellCheck={false}
        maxLength={400}
        value={props.folder}
        onChange={(event) => props.onType(event.currentTarget.value)}
      />
    </>
  );
}

/** The newest first, and chosen. */
function CopyChoice(props: {
  readonly copies: readonly AwayCopy[];
  readonly chosen: AwayCopy | null;
  readonly onChoose: (copy: AwayCopy | null) => void;
}) {
  const { t, language } = useOfficeTexts(texts);
  if (props.copies.length === 0) return <p role="status">{t('noCopies')}</p>;
  const when = ({ madeAt }: AwayCopy) =>
    t('madeAt', {
      date: dateInWords(madeAt.slice(0, 10), language, 'year'),
      time: madeAt.slice(11, 16).replace(':', '.'),
    });
  const holds = ({ label, bytes }: AwayCopy) =>
    label
      ? t('holds', {
          hall: label.hall ?? '–',
          counters: label.counters,
          users: label.users,
          tickets: label.tickets,
        })
      : t('unlabelled', { size: sizeInWords(bytes, language) });
  return (
    <Radio.Group
      label={t('copies')}
      value={props.chosen?.name ?? ''}
      onChange={(name) => props.onChoose(props.copies.find((each) => each.name === name) ?? null)}
    >
      <div className={styles.form}>
        {props.copies.slice(0, mostShown).map((each) => (
          <Radio key={each.name} value={each.name} label={when(each)} description={holds(each)} />
        ))}
      </div>
    </Radio.Group>
  );
}

function Restored({ hall }: { readonly hall: string | null }) {
  const { t } = useOfficeTexts(texts);
  return (
    <div className={styles.form}>
      <p role="status">
        <b>{t('done', { hall: hall ?? '–' })}</b>
      </p>
      <p>{t('done.numbers')}</p>
      <p>{t('done.restart')}</p>
      <Button size="lg" onClick={() => location.reload()}>
        {t('done.signIn')}
      </Button>
    </div>
  );
}
