import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { OpeningIcon } from '../../ui/opening-icon';
import { QrCode } from '../../ui/qr-code';
import { useTexts } from '../texts';
import styles from './sentence.module.css';
import type { Told } from './told-of';

/** Pixels: scanned from an arm's length away. */
const codeSize = 132;

/** What stands in the way of a number, in a kind sentence; nothing while nothing does. */
export function Sentence({
  told,
  complaintUrl,
}: {
  readonly told: Told | null;
  /** Where whoever gets no number may complain by phone; null: nowhere. */
  readonly complaintUrl: string | null;
}) {
  const { t } = useTexts();
  if (!told) return null;
  return (
    <p className={styles.sentence} role={told.icon === 'refusal' ? 'alert' : 'status'}>
      <ToldIcon icon={told.icon} />
      <span>{told.text}</span>
      {told.isShut && complaintUrl !== null && (
        <span className={styles.complain}>
          {t('complain')}
          <QrCode text={complaintUrl} size={codeSize} />
        </span>
      )}
    </p>
  );
}

function ToldIcon({ icon }: Pick<Told, 'icon'>) {
  if (icon === 'refusal') return <IconInfoCircle stroke={2} aria-hidden="true" />;
  if (icon === 'doubt') return <IconAlertTriangle stroke={2} aria-hidden="true" />;
  return <OpeningIcon state={icon} />;
}
