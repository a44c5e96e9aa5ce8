import type { Evaluation } from '../../../electron/contract/evaluation/evaluation';
import { Panel } from '../figures/panel';
import { decimals } from '../skm/figures';
import styles from './evaluation.module.css';
import { useEvaluationTexts } from './texts';

const most = 5;

/** The value of each aspect as a bar of five, that of the year before as a mark on it; a table, so that it is read as one too. */
export function AspectBars({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t, language } = useEvaluationTexts();
  const aspects = evaluation.aspects.filter(({ weight }) => weight > 0);
  const hasBefore = aspects.some(({ before }) => before !== null);
  return (
    <Panel title={t('aspects')}>
      <table className={styles.aspects} aria-label={t('aspects')}>
        <thead>
          <tr>
            <th scope="col">{t('aspect')}</th>
            <th scope="col">{t('index')}</th>
            {hasBefore && <th scope="col">{t('beforeYear', { year: evaluation.year - 1 })}</th>}
            <th scope="col">{t('weight')}</th>
            <th scope="col">{t('emptyOnes')}</th>
          </tr>
        </thead>
        <tbody>
          {aspects.map(({ name, index, before, weight, empty, indicators }) => (
            <tr key={name}>
              <th scope="row" lang="id">
                {name}
              </th>
              <td className={styles.value}>
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden focusable="false">
                  <rect className={styles.bar ?? ''} width={(index / most) * 100} height={10} />
                  {before !== null && (
                    <rect
                      className={styles.mark ?? ''}
                      x={(before / most) * 100 - 0.5}
                      width={1}
                      height={10}
                    />
                  )}
                </svg>
                <strong>{decimals(index, language)}</strong>
              </td>
              {hasBefore && <td className={styles.number}>{decimals(before, language)}</td>}
              <td className={styles.number}>{weight}%</td>
              <td className={styles.number}>{empty === 0 ? '–' : `${empty} / ${indicators.length}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
