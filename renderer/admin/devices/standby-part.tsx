import { IconServer2 } from '@tabler/icons-react';
import type { StandbyState } from '../../../electron/contract/standby';
import { callRoute, newKey } from '../../client/api';
import { useRoute } from '../../client/use-route';
import { useMayChange } from '../frame/user-context';
import { AskButton } from '../records/ask-dialog';
import { PanelPart } from '../records/record-panel';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import styles from './devices.module.css';

const askedEveryMs = 3_000;
const ill: ReadonlySet<StandbyState['state']> = new Set(['behind', 'away', 'older', 'no_room', 'failed']);

/** Which machine stands by, asked for again and again while it is shown; of supervisors nothing is asked. */
export function useStandby(everyMs = askedEveryMs) {
  const mayChange = useMayChange();
  return useRoute('standbyState', mayChange ? {} : null, { refetchInterval: everyMs });
}

/** Whether a kiosk's machine stands by to take over, how far it is, and the way to choose it or another. */
export function StandbyPart(props: {
  readonly deviceId: string;
  readonly name: string;
  readonly readOnly: boolean;
  /** Of another device that stands by now. */
  readonly nameOf: (deviceId: string) => string;
}) {
  const { deviceId, name, readOnly, nameOf } = props;
  const { t } = useTexts();
  const { data: state } = useStandby();
  if (!state) return null;
  const isChosen = state.deviceId === deviceId;
  const choose = (chosen: string | null) => () =>
    callRoute('chooseStandby', { key: newKey(), body: { deviceId: chosen } });
  return (
    <PanelPart title={t('standby.title')}>
      {isChosen ? <StandbyFacts state={state} /> : <p>{t('standby.help')}</p>}
      {!isChosen && state.deviceId !== null && <p>{t('standby.other', { name: nameOf(state.deviceId) })}</p>}
      {!readOnly && (
        <div>
          {isChosen ? (
            <AskButton
              text={t('standby.end')}
              title={t('standby.end.title', { name })}
              sentence={t('standby.end.sentence')}
              confirm={t('standby.end')}
              grave
              act={choose(null)}
            />
          ) : (
            <AskButton
              text={t('standby.choose')}
              icon={<IconServer2 size={18} aria-hidden />}
              title={t('standby.choose.title', { name })}
              sentence={t('standby.choose.sentence')}
              confirm={t('standby.choose')}
              act={choose(deviceId)}
            />
          )}
        </div>
      )}
    </PanelPart>
  );
}

function StandbyFacts({ state }: { readonly state: StandbyState }) {
  const { t } = useTexts();
  const moment = useMoment();
  const { copiedBytes, totalBytes } = state;
  const percent = totalBytes > 0 ? Math.floor((100 * copiedBytes) / totalBytes) : 0;
  return (
    <dl className={styles.facts}>
      <dt>{t('devices.state')}</dt>
      <dd className={ill.has(state.state) ? styles.fault : undefined}>
        {state.state === 'none' ? '–' : t(`standby.state.${state.state}`, { percent })}
      </dd>
      {state.wholeAt !== null && (
        <>
          <dt>{t('standby.wholeAt')}</dt>
          <dd>{moment(state.wholeAt)}</dd>
        </>
      )}
      {state.address !== null && (
        <>
          <dt>{t('standby.address')}</dt>
          <dd>{state.address}</dd>
        </>
      )}
    </dl>
  );
}
