import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import type { HallCounter } from '../../../electron/contract/staff';
import type { ServiceStanding } from '../../../electron/contract/standing';
import { OpeningIcon } from '../../ui/opening-icon';
import type { OutboxInUse } from '../commands/use-outbox';
import { useTexts } from '../texts';
import styles from './stop-controls.module.css';
import { StopDialog } from './stop-dialog';

type Asked = { readonly route: 'pauseCounter' | 'pauseService'; readonly id: string; readonly name: string };

/** How a counter and each of its services are, to stop and to open. */
export function StopControls(props: {
  readonly counter: HallCounter;
  readonly outbox: OutboxInUse;
  readonly ready: boolean;
}) {
  const { counter, outbox, ready } = props;
  const { t, local } = useTexts();
  const [asked, setAsked] = useState<Asked | null>(null);
  const name = local(counter.name);
  return (
    <div className={styles.controls}>
      <div className={styles.counter}>
        <Standing standing={counter} />
        {counter.paused ? (
          <Button
            leftSection={<IconPlayerPlay size={18} aria-hidden />}
            aria-disabled={!ready}
            onClick={() =>
              outbox.press('resumeCounter', [{ route: 'resumeCounter', params: { id: counter.id } }])
            }
          >
            {t('counter.resume')}
          </Button>
        ) : (
          <Button
            variant="default"
            leftSection={<IconPlayerPause size={18} aria-hidden />}
            aria-disabled={!ready}
            onClick={() => setAsked({ route: 'pauseCounter', id: counter.id, name })}
          >
            {t('counter.pause')}
          </Button>
        )}
      </div>
      {counter.services.length > 1 && !counter.paused && (
        <ul className={styles.services}>
          {counter.services.map((service) => (
            <li key={service.id}>
              <span className={styles.name}>{local(service.name)}</span>
              <Standing standing={service} />
              <Button
                size="compact-sm"
                variant={service.paused ? 'filled' : 'default'}
                aria-disabled={!ready}
                aria-label={t(service.paused ? 'service.resume' : 'service.pause', {
                  service: local(service.name),
                })}
                onClick={() =>
                  service.paused
                    ? outbox.press('resumeService', [{ route: 'resumeService', params: { id: service.id } }])
                    : setAsked({ route: 'pauseService', id: service.id, name: local(service.name) })
                }
              >
                {t(service.paused ? 'resume' : 'stop')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {asked && (
        <StopDialog
          title={t('stop.title', { name: asked.name })}
          onStop={(body) => {
            outbox.press(asked.route, [{ route: asked.route, params: { id: asked.id }, body }]);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}

function Standing({ standing }: { readonly standing: ServiceStanding }) {
  const { t, local } = useTexts();
  const said = [standing.cause, standing.reason].flatMap((each) => (each ? [local(each)] : []));
  return (
    <span className={styles.standing}>
      <OpeningIcon state={standing.state} />
      {said.length === 0 ? t('counter.open') : said.join('. ')}
    </span>
  );
}
