import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react';
import { type SetUpStep, type ShownSettings, setUpSteps } from '../../../electron/contract/settings';
import { useAddressState } from '../../client/address-state';
import { NotYet } from '../../ui/office/not-yet';
import { useSettings } from '../edit/use-settings';
import { useTexts } from '../texts';
import { CountersStep } from './counters-step';
import { DesksStep } from './desks-step';
import { HallStep } from './hall-step';
import { HoursStep } from './hours-step';
import { LiveStep } from './live-step';
import { NetworkStep } from './network-step';
import { PeopleStep } from './people-step';
import { PrinterStep } from './printer-step';
import { ServicesStep } from './services-step';
import styles from './set-up-section.module.css';
import { StepList } from './step-list';
import type { StepProps } from './step-props';
import { standingOf, stepsLeft } from './steps';
import { useMarkStep } from './use-mark-step';

const parts: Readonly<Record<SetUpStep, ComponentType<StepProps>>> = {
  hall: HallStep,
  counters: CountersStep,
  services: ServicesStep,
  desks: DesksStep,
  hours: HoursStep,
  printer: PrinterStep,
  people: PeopleStep,
  network: NetworkStep,
  live: LiveStep,
};

/** What a step keeps in the address, which ends with it. */
const ofOneStep = { pilih: '', layanan: '', isian: '', cari: '' } as const;

/** Ctrl with Enter goes on from wherever one is in a step; in a panel over it that isn't meant. */
function useOnByKeys(frame: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { current } = frame;
      const { target } = event;
      const isHere = target === document.body || (current?.contains(target as Node) ?? false);
      if (event.key !== 'Enter' || !event.ctrlKey || !isHere) return;
      event.preventDefault();
      current?.querySelector<HTMLElement>('[data-onward]')?.click();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [frame]);
}

/** The way from a new hall to going live, a step at a time; which are done and which put off is kept on the server. */
export function SetUpSection() {
  const settings = useSettings();
  if (!settings.data) return <NotYet answer={settings} />;
  return <SetUp settings={settings.data} />;
}

function SetUp({ settings }: { readonly settings: ShownSettings }) {
  const { t } = useTexts();
  const [{ langkah }, set] = useAddressState(
    { langkah: ['', ...setUpSteps], ...ofOneStep },
    { isStep: true },
  );
  const chosen = langkah === '' ? null : langkah;
  const [begun] = useState(() => stepsLeft(settings).steps[0] ?? 'live');
  const shown = chosen ?? begun;
  const index = setUpSteps.indexOf(shown);
  const before = setUpSteps[index - 1];
  const after = setUpSteps[index + 1];
  const goTo = (step: SetUpStep) => set({ langkah: step, ...ofOneStep });
  const heading = useRef<HTMLHeadingElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Who works by keyboard, or hears the page, goes on at the new step's beginning.
    if (chosen === null) return;
    frame.current?.scrollTo({ top: 0 });
    heading.current?.focus();
  }, [chosen]);
  useOnByKeys(frame);
  const marking = useMarkStep();
  const Part = parts[shown];
  return (
    <div className={styles.container}>
      <div className={styles.page}>
        <StepList settings={settings} shown={shown} goTo={goTo} />
        <div ref={frame} className={styles.step}>
          <h1 ref={heading} tabIndex={-1}>
            {index + 1}. {t(`setUp.${shown}`)}
          </h1>
          <p className={styles.purpose}>{t(`setUp.${shown}.purpose`)}</p>
          <Part
            key={shown}
            settings={settings}
            goTo={goTo}
            way={{
              standing: standingOf(shown, settings),
              back: before ? () => goTo(before) : null,
              mark: (as) => marking.mutate({ step: shown, as }, { onSuccess: () => after && goTo(after) }),
              isMarking: marking.isPending,
              error: marking.variables?.step === shown ? marking.error : null,
            }}
          />
        </div>
      </div>
    </div>
  );
}
