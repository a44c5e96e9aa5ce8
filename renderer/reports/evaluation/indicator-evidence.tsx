import { IconArrowRight } from '@tabler/icons-react';
import type { EvaluatedIndicator } from '../../../electron/contract/evaluation/evaluation';
import styles from './evaluation.module.css';
import { evidenceAddresses } from './evidence-addresses';
import { useEvaluationTexts } from './texts';

/** What the hall's own data say of an indicator, what is missing, and the steps that it is judged by. */
export function IndicatorEvidence({ indicator }: { readonly indicator: EvaluatedIndicator }) {
  const { t } = useEvaluationTexts();
  const { evidence, steps, documents, points, byData } = indicator;
  const said = evidence.filter(({ sentence }) => sentence !== '');
  const lacking = evidence.flatMap((each) => each.lacking);
  return (
    <div className={styles.told}>
      <section>
        <h4>{t('evidence')}</h4>
        {evidence.length === 0 && <p>{t('evidence.none')}</p>}
        {said.map(({ source, sentence }) => (
          <p key={source}>{sentence}</p>
        ))}
      </section>
      {lacking.length > 0 && (
        <section>
          <h4>{t('lacking')}</h4>
          <ul className={styles.list}>
            {lacking.map(({ sentence, at }) => (
              <li key={sentence}>
                {sentence}{' '}
                {at !== null && (
                  <a href={evidenceAddresses[at]}>
                    {t('go')} <IconArrowRight size={16} aria-hidden />
                  </a>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h4>{t('steps')}</h4>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step.points} data-reached={step.points === points || undefined}>
              <strong>{step.points}</strong>
              <span lang="id">{step.text}</span>
              {step.points === points && <em>{t('reached')}</em>}
              {step.points === byData && byData !== points && <em>{t('reachedByData')}</em>}
            </li>
          ))}
        </ol>
      </section>
      {documents.length > 0 && (
        <section>
          <h4>{t('documents')}</h4>
          <ul className={styles.list} lang="id">
            {documents.map((document) => (
              <li key={document}>{document}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
