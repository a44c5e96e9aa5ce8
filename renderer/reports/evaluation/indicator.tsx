import { IconChevronDown, IconCircleDashed, IconDatabase, IconHandFinger } from '@tabler/icons-react';
import type { EvaluatedIndicator } from '../../../electron/contract/evaluation/evaluation';
import { KeptFiles } from '../../ui/office/kept-files';
import styles from './evaluation.module.css';
import { HandForm } from './hand-form';
import { IndicatorEvidence } from './indicator-evidence';
import { useEvaluationTexts } from './texts';

/** One indicator: its points and why in a line; opened, its evidence, the steps, what is filled in by hand and its files. */
export function Indicator(props: {
  readonly year: number;
  readonly indicator: EvaluatedIndicator;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}) {
  const { year, indicator, isOpen, onToggle } = props;
  const { t } = useEvaluationTexts();
  const { number, text, weight, points } = indicator;
  const inside = `indicator-${number}`;
  const reached = indicator.steps.find((step) => step.points === points);
  return (
    <li className={styles.indicator} data-empty={points === null || undefined}>
      <h3>
        <button
          type="button"
          className={styles.head}
          aria-expanded={isOpen}
          aria-controls={isOpen ? inside : undefined}
          onClick={() => onToggle(!isOpen)}
        >
          <span className={styles.count}>{number}</span>
          <span className={styles.text}>
            <span lang="id">{text}</span>
            <span className={styles.why}>
              <Origin indicator={indicator} />
              {reached && (
                <>
                  {' · '}
                  <span lang="id">{reached.text}</span>
                </>
              )}
            </span>
          </span>
          <span className={styles.points}>
            {points === null ? t('noPoints') : t('points', { points })}
            <span className={styles.weight}>{t('weightOf', { weight })}</span>
          </span>
          <IconChevronDown className={styles.chevron ?? ''} size={22} aria-hidden />
        </button>
      </h3>
      {isOpen && (
        <div className={styles.inside} id={inside}>
          <IndicatorEvidence indicator={indicator} />
          <div className={styles.own}>
            <HandForm year={year} indicator={indicator} />
            <KeptFiles
              owner={{ ownerKind: 'indicator', ownerId: `${year}-${number}` }}
              title={t('files')}
              mayChange
            />
          </div>
        </div>
      )}
    </li>
  );
}

/** Where the points come from, or that it isn't Antre's. */
function Origin({ indicator }: { readonly indicator: EvaluatedIndicator }) {
  const { t } = useEvaluationTexts();
  const { hand, byData, evidence, parts } = indicator;
  const isByHand = hand !== null && (hand.points !== null || parts.some(({ by }) => by === 'hand'));
  const [Icon, words] = isByHand
    ? ([IconHandFinger, t('byHand')] as const)
    : byData !== null
      ? ([IconDatabase, t('byData')] as const)
      : ([IconCircleDashed, t(evidence.length > 0 ? 'noData' : 'notOurs')] as const);
  return (
    <span className={styles.origin}>
      <Icon size={18} aria-hidden /> {words}
    </span>
  );
}
