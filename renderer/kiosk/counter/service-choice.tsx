import { IconCheck } from '@tabler/icons-react';
import type { MenuService } from '../../../electron/contract/site';
import { waitSentence } from '../../../electron/texts/wait-words';
import { OpeningIcon } from '../../ui/opening-icon';
import { useFittedText } from '../../ui/use-fitted-text';
import { useTexts } from '../texts';
import { Choice } from './choice';
import { Documents } from './documents';
import { OpeningWeek } from './opening-week';
import styles from './service-choice.module.css';

const nameLevels = ['two', 'three', 'four'];

/** A service of a counter; once chosen it opens in place what to bring, or, where it is closed, its days. */
export function ServiceChoice({
  service,
  chosen,
  onChoose,
  detail,
  linesAtOnce,
}: {
  readonly service: MenuService;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  /** False where the detail stands elsewhere on the screen. */
  readonly detail: boolean;
  readonly linesAtOnce: number;
}) {
  const { local } = useTexts();
  const name = useFittedText<HTMLSpanElement>(nameLevels, { lines: true });
  return (
    <div className={styles.service} data-chosen={chosen || undefined}>
      <Choice
        name="service"
        value={service.id}
        chosen={chosen}
        onChoose={onChoose}
        className={styles.row}
        attributes={{ 'data-shut': service.status !== 'open' || undefined }}
      >
        <span className={styles.mark}>{chosen && <IconCheck stroke={3} aria-hidden="true" />}</span>
        <span className={styles.name} ref={name}>
          {local(service.name)}
        </span>
        <ServiceState service={service} />
      </Choice>
      {chosen && detail && (
        <div className={styles.detail}>
          <ServiceDetail service={service} linesAtOnce={linesAtOnce} />
        </div>
      )}
    </div>
  );
}

/** How many wait and how long it may take, or why it isn't open. */
function ServiceState({ service }: { readonly service: MenuService }) {
  const { t, local, language } = useTexts();
  if (service.status !== 'open') {
    return (
      <span className={styles.state}>
        <OpeningIcon state={service.state} />
        {service.reason && local(service.reason)}
      </span>
    );
  }
  return (
    <span className={styles.waiting}>
      <strong>{t('waitingShort', { count: service.waiting })}</strong>
      {service.estimate &&
        waitSentence({ estimate: service.estimate, calledAround: service.calledAround }, language)}
    </span>
  );
}

export function ServiceDetail({
  service,
  linesAtOnce,
}: {
  readonly service: MenuService;
  readonly linesAtOnce: number;
}) {
  const { localList } = useTexts();
  if (service.status !== 'open') return <OpeningWeek serviceId={service.id} />;
  return <Documents documents={localList(service.documents)} linesAtOnce={linesAtOnce} />;
}
