import { IconCheck } from '@tabler/icons-react';
import type { MenuService } from '../../../electron/contract/site';
import { waitAmount } from '../../../electron/texts/wait-words';
import { OpeningIcon } from '../../ui/opening-icon';
import { useFittedText } from '../../ui/use-fitted-text';
import { useTexts } from '../texts';
import { Choice } from './choice';
import styles from './service-choice.module.css';

const nameLevels = ['usual', 'small', 'smaller', 'smallest'];

/** A service of a counter. `ownWait`: its wait is not that of the others, so it stands here. */
export function ServiceChoice({
  service,
  chosen,
  onChoose,
  ownWait,
}: {
  readonly service: MenuService;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly ownWait: boolean;
}) {
  const { local } = useTexts();
  const words = useFittedText<HTMLSpanElement>(nameLevels, { lines: true });
  return (
    <Choice
      name="service"
      value={service.id}
      chosen={chosen}
      onChoose={onChoose}
      className={styles.service}
      attributes={{ 'data-shut': service.status !== 'open' || undefined }}
    >
      <span className={styles.mark}>{chosen && <IconCheck stroke={3} aria-hidden="true" />}</span>
      <span className={styles.words} ref={words}>
        <span className={styles.name}>{local(service.name)}</span>
        <ServiceState service={service} ownWait={ownWait} />
      </span>
    </Choice>
  );
}

/** How many wait and how long it may take where that differs, or why it isn't open. */
function ServiceState({ service, ownWait }: { readonly service: MenuService; readonly ownWait: boolean }) {
  const { t, local, language } = useTexts();
  if (service.status !== 'open') {
    return (
      <span className={styles.state}>
        <OpeningIcon state={service.state} />
        <span>{service.reason && local(service.reason)}</span>
      </span>
    );
  }
  if (!ownWait) return null;
  return (
    <span className={styles.waiting}>
      {[
        t('waitingShort', { count: service.waiting }),
        service.estimate && waitAmount(service.estimate, language),
      ]
        .filter(Boolean)
        .join(', ')}
    </span>
  );
}
