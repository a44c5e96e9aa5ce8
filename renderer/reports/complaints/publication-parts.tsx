import { Button, Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconPencil, IconTrash, IconWorld, IconWorldOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { Doubt, Publication } from '../../../electron/contract/publication';
import { dateInWords } from '../../../electron/texts/dates';
import { useSurveyTexts } from '../texts';
import styles from './publication.module.css';

/** What of a text looks as if it led to somebody, to be looked at before it is published. */
function Doubts({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const { t } = useSurveyTexts();
  if (doubts.length === 0) return null;
  return (
    <div className={styles.doubts}>
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <p>{t('publication.doubts')}</p>
        <ul>
          {doubts.map(({ kind, text }) => (
            <li key={`${kind} ${text}`}>
              {t(`doubt.${kind}`)}: <strong>{text}</strong>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Who wrote, published and withdrew it, and when. */
export function PublicationHistory(props: Pick<Publication, 'written' | 'published' | 'withdrawn'>) {
  const { written, published, withdrawn } = props;
  const { t, language } = useSurveyTexts();
  const by = ({ by: name, at }: Publication['written']) => ({
    name,
    date: dateInWords(at.slice(0, 10), language, 'year'),
  });
  return (
    <p className={styles.history}>
      {t('publication.writtenBy', by(written))}
      {published && ` · ${t('publication.publishedBy', by(published))}`}
      {withdrawn && ` · ${t('publication.withdrawnBy', by(withdrawn))}`}
    </p>
  );
}

/** What looks like a person's, and the word of a second one that it was read; who wrote it learns that it takes another. */
export function SecondLook(props: {
  readonly doubts: readonly Doubt[];
  readonly isOwn: boolean;
  readonly isRead: boolean;
  /** What is read where nothing looks like a person's. */
  readonly label: string;
  readonly onRead: (isRead: boolean) => void;
}) {
  const { t } = useSurveyTexts();
  return (
    <>
      <Doubts doubts={props.doubts} />
      {props.isOwn ? (
        <p className={styles.history}>{t('publication.second')}</p>
      ) : (
        <Checkbox
          label={props.doubts.length > 0 ? t('publication.isReadDoubts') : props.label}
          checked={props.isRead}
          onChange={({ currentTarget }) => props.onRead(currentTarget.checked)}
        />
      )}
    </>
  );
}

interface ActButtons<Act> {
  readonly isPending: boolean;
  readonly onAct: (act: Act) => void;
}

/** Of what isn't public: a second one publishes it once it was read; it is changed, or removed by two presses. */
export function UnpublishedButtons(
  props: ActButtons<'publish' | 'remove'> & {
    readonly isOwn: boolean;
    readonly isRead: boolean;
    readonly onEdit: () => void;
  },
) {
  const { t } = useSurveyTexts();
  const [asking, setAsking] = useState(false);
  return (
    <>
      {!props.isOwn && (
        <Button
          leftSection={<IconWorld size={20} aria-hidden />}
          disabled={!props.isRead || props.isPending}
          onClick={() => props.onAct('publish')}
        >
          {t('publication.publish')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconPencil size={20} aria-hidden />}
        disabled={props.isPending}
        onClick={props.onEdit}
      >
        {t('followUp.change')}
      </Button>
      <Button
        variant="subtle"
        color="mengkudu"
        leftSection={<IconTrash size={20} aria-hidden />}
        disabled={props.isPending}
        onClick={() => (asking ? props.onAct('remove') : setAsking(true))}
      >
        {t(asking ? 'publication.removeYes' : 'publication.remove')}
      </Button>
    </>
  );
}

export function WithdrawButton({ isPending, onAct }: ActButtons<'withdraw'>) {
  const { t } = useSurveyTexts();
  return (
    <Button
      variant="default"
      leftSection={<IconWorldOff size={20} aria-hidden />}
      disabled={isPending}
      onClick={() => onAct('withdraw')}
    >
      {t('publication.withdraw')}
    </Button>
  );
}
