import { IconAlertTriangle } from '@tabler/icons-react';
import type { SkmReport } from '../../../electron/contract/survey';
import { useSurveyTexts } from '../texts';
import { decimals, whole } from './figures';
import styles from './skm.module.css';

/** The index and its grade, and whether enough people answered for it to stand for all. */
export function Headline({ report }: { readonly report: SkmReport }) {
  const { t, language } = useSurveyTexts();
  const missing = Math.max(0, report.sampleNeeded - report.forms);
  return (
    <div className={styles.headline}>
      <div>
        <span>{t('index')}</span>
        <strong>{decimals(report.index, language)}</strong>
        {report.grade ? (
          <span>
            {report.grade} · {t(`grade.${report.grade}`)}
          </span>
        ) : (
          report.forms > 0 && <span>{t('noIndex')}</span>
        )}
      </div>
      <div>
        <span>{t('forms')}</span>
        <strong>{whole(report.forms, language)}</strong>
        {missing === 0 ? (
          <span>{t('enough')}</span>
        ) : (
          <span className={styles.warning}>
            <IconAlertTriangle size={20} aria-hidden />
            {t('notEnough', { count: whole(missing, language) })}
          </span>
        )}
      </div>
      <div>
        <span>{t('needed')}</span>
        <strong>{whole(report.sampleNeeded, language)}</strong>
        <span>
          {t('served')}: {whole(report.served, language)}
        </span>
      </div>
    </div>
  );
}
