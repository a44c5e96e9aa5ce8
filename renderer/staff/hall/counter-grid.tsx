import { useRef, useState } from 'react';
import type { HallCounter, HallSnapshot } from '../../../electron/contract/staff';
import { useAddressState } from '../../client/address-state';
import type { HallActs } from '../counter/hall-acts';
import { byUrgency, isShut } from '../counter/urgency';
import { useTexts } from '../texts';
import { CounterCell } from './counter-cell';
import styles from './counter-grid.module.css';
import page from './hall-page.module.css';
import { ShutCounters } from './shut-counters';
import { useHeldOrder } from './use-held-order';

/** What burns first, as on the kiosk, by the parts of the hall. */
const orders = ['mendesak', 'kios', 'bagian'] as const;
type Order = (typeof orders)[number];

/** The hall's counters, each in a cell, in the order that is kept in the address; those that are shut in a line below. `now`: the hall's present time in milliseconds. */
export function CounterGrid(props: {
  readonly hall: HallSnapshot;
  readonly acts: HallActs;
  readonly now: number;
}) {
  const { hall, acts, now } = props;
  const { t } = useTexts();
  const [{ urut }, set] = useAddressState({ urut: orders });
  const grid = useRef<HTMLDivElement>(null);
  const [menuOf, setMenuOf] = useState<string | null>(null);
  const meant = inOrder(hall.counters, urut, now).map(({ id }) => id);
  const isHeld = () => menuOf !== null || grid.current?.matches(':hover, :focus-within') === true;
  const known = new Map(hall.counters.map((counter) => [counter.id, counter]));
  const shown = useHeldOrder(meant, urut, isHeld).flatMap((id) => known.get(id) ?? []);
  const shut = hall.counters.filter(isShut);
  const choices = orders.filter((each) => each !== 'bagian' || zonesOf(hall.counters).length > 1);
  return (
    <>
      <div className={page.head}>
        <h2>{t('hall.open', { count: shown.length })}</h2>
        <p className={styles.legend}>{t(`hall.order.${urut}.said`)}</p>
        <fieldset className={styles.orders}>
          <legend className={styles.unseen}>{t('hall.order')}</legend>
          {choices.map((each) => (
            <button key={each} type="button" aria-pressed={each === urut} onClick={() => set({ urut: each })}>
              {t(`hall.order.${each}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <div ref={grid} className={styles.groups}>
        {groupsOf(shown, urut).map(({ zone, counters }) => (
          <section key={zone} className={styles.group}>
            {urut === 'bagian' && <h3 className={styles.zone}>{zone || t('hall.noZone')}</h3>}
            <ul className={styles.cells}>
              {counters.map((counter) => (
                <CounterCell
                  key={counter.id}
                  counter={counter}
                  acts={acts}
                  now={now}
                  onMenu={(isOpen) => setMenuOf(isOpen ? counter.id : null)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {shut.length > 0 && <ShutCounters counters={shut} onOpen={acts.open} />}
    </>
  );
}

function inOrder(counters: readonly HallCounter[], order: Order, now: number): readonly HallCounter[] {
  const open = counters.filter((counter) => !isShut(counter));
  return order === 'mendesak' ? byUrgency(open, now) : open;
}

function zonesOf(counters: readonly HallCounter[]): string[] {
  return [...new Set(counters.map(({ zone }) => zone))];
}

/** By parts of the hall, those of none last; else all together. */
function groupsOf(counters: readonly HallCounter[], order: Order) {
  if (order !== 'bagian') return [{ zone: '', counters }];
  const zones = zonesOf(counters).sort((one, other) => Number(one === '') - Number(other === ''));
  return zones.map((zone) => ({ zone, counters: counters.filter((counter) => counter.zone === zone) }));
}
