import { IconAlertTriangle, IconArrowDownRight, IconCircleCheck } from '@tabler/icons-react';
import { useRoute } from '../../client/use-route';
import { countInWords } from '../../ui/office/figure-words';
import { Panel } from '../figures/panel';
import { usePeriod } from '../period/period';
import { decimals } from '../skm/figures';
import { useSurveyTexts, useTexts } from '../texts';
import styles from './voice-cards.module.css';

/** The satisfaction index of the period, whether enough answered for it to say anything, and its weakest element. */
export function SkmCard() {
  const { t, language } = useTexts();
  const { t: surveyText } = useSurveyTexts();
  const { period } = usePeriod();
  const { data } = useRoute('skm', { query: { ...period } });
  if (!data) return <Panel title={t('overview.skm')}>{null}</Panel>;
  const { index, grade, forms, sampleNeeded } = data;
  const lowest = data.elements.find(({ mean }) => mean !== null)?.element;
  const isEnough = forms >= sampleNeeded;
  const counts = {
    forms: countInWords(forms, language),
    needed: countInWords(sampleNeeded, language),
  };
  return (
    <Panel title={t('overview.skm')} link={{ href: '#skm', name: t('overview.skm.see') }}>
      {forms === 0 ? (
        <p>{t('overview.skm.none')}</p>
      ) : (
        <>
          <p>
            <strong className={styles.figure}>{decimals(index, language)}</strong>{' '}
            {grade && `${grade}, ${surveyText(`grade.${grade}`)}`}
          </p>
          <ul className={styles.facts}>
            <li className={isEnough ? undefined : styles.warning}>
              {isEnough ? (
                <IconCircleCheck size={18} aria-hidden />
              ) : (
                <IconAlertTriangle size={18} aria-hidden />
              )}
              {t(isEnough ? 'overview.skm.enough' : 'overview.skm.few', counts)}
            </li>
            {lowest && (
              <li>
                <IconArrowDownRight size={18} aria-hidden />
                {t('overview.skm.lowest', { element: surveyText(`element.${lowest}`) })}
              </li>
            )}
          </ul>
        </>
      )}
    </Panel>
  );
}
