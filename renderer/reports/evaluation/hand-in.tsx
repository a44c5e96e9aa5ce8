import { Progress as Bar, Button, Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconFileZip } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Evaluation, HandedInDoubt } from '../../../electron/contract/evaluation/evaluation';
import type { DoubtKind } from '../../../electron/contract/publication';
import { FormError } from '../../ui/office/form-error';
import { useSurveyTexts } from '../texts';
import styles from './evaluation.module.css';
import { fetchZip, type Progress, saveFile } from './fetch-zip';
import { useEvaluationTexts } from './texts';

/** Makes the file to hand in: what looks as if it led to somebody is read first, and how far it is stands below. */
export function HandIn({ evaluation: { year, doubts, doubtsMark } }: { readonly evaluation: Evaluation }) {
  const { t, language } = useEvaluationTexts();
  // What was read are these doubts: with another one, it is to be read again.
  const [readMark, setReadMark] = useState<string | null>(null);
  const isRead = readMark === doubtsMark;
  const [isUnread, setUnread] = useState(false);
  const [progress, setProgress] = useState<Progress>({ done: 0, of: 0 });
  const make = useMutation({
    mutationFn: async () => {
      setProgress({ done: 0, of: 0 });
      const read = readMark === null ? '' : `&read=${readMark}`;
      const address = `/api/v1/reports/evaluation.zip?year=${year}&language=${language}${read}`;
      saveFile(await fetchZip(address, setProgress), `antre-evaluasi-${year}.zip`);
    },
  });
  const { done, of } = progress;
  const said = of === 0 ? t('zip.begins') : t('zip.making', { done, of });
  return (
    <div className={styles.zip}>
      {doubts.length > 0 && (
        <div className={styles.doubts}>
          <p>
            <IconAlertTriangle size={20} aria-hidden /> {t('zip.doubts')}
          </p>
          <ul className={styles.list}>
            {doubts.map((doubt) => (
              <Found key={JSON.stringify(doubt)} doubt={doubt} />
            ))}
          </ul>
          <Checkbox
            label={t('zip.isRead')}
            checked={isRead}
            error={isUnread && !isRead ? t('zip.unread') : null}
            onChange={({ currentTarget }) => setReadMark(currentTarget.checked ? doubtsMark : null)}
          />
        </div>
      )}
      <Button
        leftSection={<IconFileZip size={20} aria-hidden />}
        loading={make.isPending}
        onClick={() => {
          setUnread(!isRead);
          if (isRead) make.mutate();
        }}
      >
        {t('zip')}
      </Button>
      <FormError error={make.error} />
      {make.isPending ? (
        <div className={styles.making} role="status">
          <span>{said}</span>
          <Bar value={of === 0 ? 100 : (100 * done) / of} animated={of === 0} aria-label={said} />
        </div>
      ) : (
        <p role="status">{make.isSuccess ? t('zip.done') : t('zip.hint')}</p>
      )}
    </div>
  );
}

function Found({ doubt: { where, number, found } }: { readonly doubt: HandedInDoubt }) {
  const { t } = useEvaluationTexts();
  const { t: surveyText } = useSurveyTexts();
  // It cannot be published, and can be handed in.
  const nameOf = (kind: DoubtKind) => (kind === 'identity' ? t('zip.identity') : surveyText(`doubt.${kind}`));
  const place = number === null ? '' : `${t('zip.indicator', { number })}, `;
  return (
    <li>
      {place}
      {t(`zip.${where}`)}: {found.map(({ kind, text }) => `${nameOf(kind)}: ${text}`).join('; ')}
    </li>
  );
}
