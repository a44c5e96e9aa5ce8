import { useRoute } from '../../client/use-route';
import { usePreparing } from '../frame/use-preparing';
import { useMayChange, useUser } from '../frame/user-context';
import { BackupsCard } from './backups-card';
import { DayFigures } from './day-figures';
import { DevicesCard } from './devices-card';
import { HealthCard } from './health-card';
import { HomeHead } from './home-head';
import styles from './home-section.module.css';
import { PrintersCard } from './printers-card';
import { SetUpCard } from './set-up-card';
import { ToDo } from './to-do';
import { useToDos } from './use-to-dos';

/** What people outside the page bring about is asked for so often. */
const askAgainMs = 5_000;

/** What the admin page begins with: how the hall is, what there is to do, and how its machines are. */
export function HomeSection() {
  const { wholeHall } = useUser();
  const mayChange = useMayChange();
  const isPreparing = usePreparing();
  const today = useRoute('hallToday', {}, { refetchInterval: askAgainMs });
  const toDos = useToDos(today.data);
  return (
    <div className={styles.page}>
      <HomeHead today={today.data} toDo={toDos?.length} />
      <DayFigures today={today} />
      <div className={styles.columns}>
        <div className={styles.column}>
          {isPreparing && <SetUpCard />}
          <ToDo toDos={toDos} isFirst={!isPreparing} />
        </div>
        {(wholeHall || mayChange) && (
          <div className={styles.column}>
            {wholeHall && <PrintersCard />}
            {wholeHall && <DevicesCard />}
            {mayChange && <BackupsCard />}
            {wholeHall && <HealthCard />}
          </div>
        )}
      </div>
    </div>
  );
}
