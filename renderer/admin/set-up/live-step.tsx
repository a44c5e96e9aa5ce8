import { Button } from '@mantine/core';
import {
  IconAccessible,
  IconArrowUpRight,
  IconDesk,
  IconDeviceTv,
  IconHandClick,
  type IconProps,
} from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import { type SetUpStep, setUpSteps } from '../../../electron/contract/settings';
import { useRoute } from '../../client/use-route';
import { Findings } from '../findings/findings';
import { GoLiveDialog } from '../hall/go-live-dialog';
import { useTexts } from '../texts';
import { stepOfFinding } from './finding-steps';
import styles from './live-step.module.css';
import { StepForm } from './step-form';
import type { StepProps } from './step-props';
import { type StepStanding, standingOf } from './steps';

const tries: readonly {
  readonly name: 'kiosk' | 'access' | 'desk' | 'display';
  readonly address: string;
  readonly icon: ComponentType<IconProps>;
}[] = [
  { name: 'kiosk', address: '/kiosk', icon: IconHandClick },
  { name: 'access', address: '/admin#kios', icon: IconAccessible },
  { name: 'desk', address: '/staff', icon: IconDesk },
  { name: 'display', address: '/display', icon: IconDeviceTv },
];

/** What is finished and what was put off, the ways to try it all, and the way out of practice mode. */
export function LiveStep({ settings, way, goTo }: StepProps) {
  const { t } = useTexts();
  const [goingLive, setGoingLive] = useState(false);
  const { data: site } = useRoute('site');
  const before = setUpSteps.filter((step) => step !== 'live');
  const standing = (which: StepStanding) => before.filter((step) => standingOf(step, settings) === which);
  return (
    <StepForm
      way={way}
      last={
        <Button data-onward disabled={!site} onClick={() => setGoingLive(true)}>
          {t('goLive')}
        </Button>
      }
    >
      <section className={styles.part}>
        <h2>{t('setUp.live.try')}</h2>
        <p>{t('setUp.live.practice')}</p>
        <ol className={styles.tries}>
          {tries.map(({ name, address, icon: Icon }) => (
            <li key={name}>
              <a href={address} target="_blank" rel="noreferrer">
                <Icon size={28} aria-hidden />
                <span>
                  <strong>{t(`setUp.live.${name}`)}</strong>
                  <span>{t(`setUp.live.${name}.help`)}</span>
                </span>
                <IconArrowUpRight size={20} aria-hidden />
              </a>
            </li>
          ))}
        </ol>
      </section>
      <section className={styles.part}>
        <h2>{t('setUp.live.standing')}</h2>
        <dl className={styles.standing}>
          {(['done', 'skipped', 'open'] as const).map(
            (which) =>
              standing(which).length > 0 && (
                <div key={which} data-standing={which}>
                  <dt>{t(`setUp.live.${which}`)}</dt>
                  <dd>
                    {standing(which).map((step) => (
                      <StepLink key={step} step={step} onGo={() => goTo(step)} />
                    ))}
                  </dd>
                </div>
              ),
          )}
        </dl>
      </section>
      <Findings addressOf={stepOfFinding} />
      {goingLive && site && <GoLiveDialog site={site} onClose={() => setGoingLive(false)} />}
    </StepForm>
  );
}

function StepLink({ step, onGo }: { readonly step: SetUpStep; readonly onGo: () => void }) {
  const { t } = useTexts();
  return (
    <button type="button" className={styles.step} onClick={onGo}>
      {t(`setUp.${step}`)}
    </button>
  );
}
