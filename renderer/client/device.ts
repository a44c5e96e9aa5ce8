import { useCallback, useEffect, useState } from 'react';
import type { DeviceReport, OwnDevice } from '../../electron/contract/admin-devices';
import { version } from '../../package.json';
import { callRoute, Refused } from './api';
import { takeNewerPage } from './newer-page';
import { canChooseOutput, useSoundOutputs } from './sound-outputs';

type Kind = OwnDevice['kind'];

/** Whether this browser is let in as a kiosk or display. */
export type Access =
  | { readonly state: 'asking' }
  /** An admin has to type the code. */
  | { readonly state: 'waiting'; readonly code: string }
  | { readonly state: 'let-in'; readonly device: OwnDevice };

const pollMs = 2_000;
/** Where too many wait for a code, or the server is away. */
const pauseMs = 10_000;
const reportMs = 30_000;
/** A server that lost its power never answers; what waits for it would keep the browser's few lines to it taken. */
const answerWithinMs = 10_000;
const inTime = () => AbortSignal.timeout(answerWithinMs);

/**
 * Asks who this device is; where it isn't known, shows a code until an admin has let it in (the answer sets its
 * cookie), and a new one whenever that has run out. `askAgain` is for when the line to the server was refused.
 */
export function useAccess(kind: Kind): { readonly access: Access; readonly askAgain: () => void } {
  const [access, setAccess] = useState<Access>({ state: 'asking' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    // A round is one question from beginning to end; the next one begins where it is asked again.
    const asked = { round, over: false };
    const tell = (next: Access) => !asked.over && setAccess(next);
    void letIn(kind, tell, () => asked.over);
    return () => {
      asked.over = true;
    };
  }, [kind, round]);
  const askAgain = useCallback(() => setRound((before) => before + 1), []);
  return { access, askAgain };
}

async function letIn(kind: Kind, tell: (access: Access) => void, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    try {
      tell({ state: 'let-in', device: await callRoute('ownDevice', { signal: inTime() }) });
      return;
    } catch (error) {
      const unknown = error instanceof Refused && [401, 403].includes(error.problem.status);
      if (!unknown || !(await pairing(kind, tell, isOver))) await pause(pauseMs);
    }
  }
}

/** Shows one code for as long as it is good. Returns false where none was given. */
async function pairing(kind: Kind, tell: (access: Access) => void, isOver: () => boolean): Promise<boolean> {
  try {
    const name = `${kind === 'kiosk' ? 'Kios' : 'Layar'} ${screen.width}×${screen.height}`;
    const { code, pollToken } = await callRoute('pairDevice', { body: { kind, name }, signal: inTime() });
    tell({ state: 'waiting', code });
    while (!isOver()) {
      await pause(pollMs);
      const answer = await callRoute('pairingState', { params: { pollToken }, signal: inTime() }).catch(
        (error) => {
          // The code has run out, or Antre was started anew.
          if (error instanceof Refused) return null;
          return { state: 'waiting' } as const;
        },
      );
      if (answer === null || answer.state === 'approved') return true;
    }
    return true;
  } catch {
    return false;
  }
}

/** Tells the server how this device is: at once, when something has changed, and each half minute. */
export function useDeviceReport(
  device: OwnDevice | undefined,
  kind: Kind,
  {
    sound = null,
    busy = false,
    chosenOutput = '',
  }: {
    readonly sound?: DeviceReport['sound'];
    readonly busy?: boolean;
    /** The sound device that the hall chose for this page, by its name; empty: none. */
    readonly chosenOutput?: string;
  } = {},
): void {
  const isOwnPage = device?.kind === kind;
  const outputs = useSoundOutputs();
  useEffect(() => {
    if (!isOwnPage) return undefined;
    const report = () => {
      const body: DeviceReport = {
        version,
        width: Math.max(1, Math.round(innerWidth * devicePixelRatio)),
        height: Math.max(1, Math.round(innerHeight * devicePixelRatio)),
        touch: navigator.maxTouchPoints > 0,
        sound,
        busy,
        outputs: outputs && [...outputs],
        output: stateOfOutput(chosenOutput, outputs),
      };
      callRoute('reportDevice', { body, signal: inTime() }).then(
        (told) => {
          if (!busy) takeNewerPage(told.version);
        },
        // Whether it arrived or not, the next one comes soon.
        () => undefined,
      );
    };
    report();
    const timer = setInterval(report, reportMs);
    window.addEventListener('resize', report);
    return () => {
      clearInterval(timer);
      window.removeEventListener('resize', report);
    };
  }, [isOwnPage, sound, busy, outputs, chosenOutput]);
}

function stateOfOutput(chosen: string, outputs: readonly string[] | null): DeviceReport['output'] {
  if (chosen === '') return 'usual';
  if (outputs === null || !canChooseOutput()) return 'cannot_choose';
  return outputs.includes(chosen) ? 'chosen' : 'away';
}

/** `K7P Q2M`: a code is read out in two halves. */
export function codeInHalves(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
