import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { type SetUpStep, type ShownSettings, setUpSteps } from '../../../electron/contract/settings';
import { useAddressState } from '../../client/address-state';
import { callRoute } from '../../client/api';
import { routeKey } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { useSettings } from '../edit/use-settings';
import { PeopleSection } from '../people/people-section';
import { useTexts } from '../texts';
import { CountersStep } from './counters-step';
import { DesksStep } from './desks-step';
import { HallStep } from './hall-step';
import { HoursStep } from './hours-step';
import { LiveStep } from './live-step';
import { NetworkStep } from './network-step';
import { PrinterStep } from './printer-step';
import styles from './set-up-section.module.css';
import type { StepProps } from './step-props';

const parts: Readonly<Record<SetUpStep, ComponentType<StepProps>>> = {
  hall: HallStep,
  counters: CountersStep,
  desks: DesksStep,
  hours: HoursStep,
  printer: PrinterStep,
  // The same list as in its own section: who is added here stands there.
  people: PeopleSection,
  network: NetworkStep,
  live: LiveStep,
};

/** The way from a new hall to going live, a step at a time; which are done is kept on the server. */
export function SetUpSection() {
  const settings = useSettings();
  if (!settings.data) return <NotYet answer={settings} />;
  return <SetUp settings={settings.data} />;
}

function SetUp({ settings }: { readonly settings: ShownSettings }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const done = new Set(settings.setUpDone);
  const [{ langkah }, set] = useAddressState({ langkah: ['', ...setUpSteps] }, { isStep: true });
  const chosen = langkah === '' ? null : langkah;
  const setChosen = (step: SetUpStep) => set({ langkah: step });
  const [begun] = useState(() => setUpSteps.find((step) => !done.has(step)) ?? 'live');
  const shown = chosen ?? begun;
  const index = setUpSteps.indexOf(shown);
  const before = setUpSteps[index - 1];
  const after = setUpSteps[index + 1];
  const beforeNext = useRef<(() => Promise<unknown>) | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Who works by keyboard, or hears the page, goes on at the new step's beginning.
    if (chosen !== null) heading.current?.focus();
  }, [chosen]);
  const finish = useMutation({
    mutationFn: async () => {
      await beforeNext.current?.();
      return callRoute('changeSettings', {
        body: { setUpDone: setUpSteps.filter((step) => step === shown || done.has(step)) },
      });
    },
    onSuccess: (saved) => {
      queries.setQueryData(routeKey('settings'), saved);
      if (after) setChosen(after);
    },
  });
  const Part = parts[shown];
  return (
    <div className={styles.page}>
      <ol className={styles.steps} aria-label={t('setUp.steps')}>
        {setUpSteps.map((step) => (
          <li key={step}>
            <button
              type="button"
              aria-current={step === shown ? 'step' : undefined}
              onClick={() => setChosen(step)}
            >
              {done.has(step) ? (
                <IconCircleCheckFilled size={22} aria-label={t('setUp.done')} />
              ) : (
                <IconCircle size={22} aria-hidden />
              )}
              <span>{t(`setUp.${step}`)}</span>
            </button>
          </li>
        ))}
      </ol>
      <div className={styles.step}>
        <h1 ref={heading} tabIndex={-1}>
          {index + 1}. {t(`setUp.${shown}`)}
        </h1>
        <p className={styles.purpose}>{t(`setUp.${shown}.purpose`)}</p>
        <div className={styles.part}>
          <Part key={shown} settings={settings} beforeNext={beforeNext} />
        </div>
        <FormError error={finish.error} />
        {after && (
          <footer className={styles.foot}>
            {before && (
              <Button variant="default" onClick={() => setChosen(before)}>
                {t('setUp.back')}
              </Button>
            )}
            <span className={styles.later}>{t('setUp.later')}</span>
            <Button variant="default" onClick={() => setChosen(after)}>
              {t('setUp.skip')}
            </Button>
            <Button loading={finish.isPending} onClick={() => finish.mutate()}>
              {t('setUp.next')}
            </Button>
          </footer>
        )}
      </div>
    </div>
  );
}
