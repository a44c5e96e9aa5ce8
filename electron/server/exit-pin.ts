import { countAttempt, forgetAttempts } from '../actions/accounts/count-attempt';
import { isSecret } from '../actions/accounts/secret-hash';
import type { ActionRunner } from '../actions/action-runner';
import { Refusal } from '../queue/refusal';
import type { Hall } from '../store/hall';
import type { SetUpCode } from './set-up-code';

/**
 * Whether a PIN typed at a kiosk may close it: the hall's, or the set-up code until the first account exists. After five
 * wrong ones none is right for some minutes at that kiosk.
 */
export async function mayExit(
  typed: { readonly pin: string; readonly deviceId: string },
  parts: { readonly actionRunner: ActionRunner; readonly hall: () => Hall; readonly setUpCode: SetUpCode },
): Promise<boolean> {
  const { actionRunner, hall, setUpCode } = parts;
  const { pin, deviceId } = typed;
  const subject = { kind: 'exit-pin', deviceId } as const;
  const system = { kind: 'system' } as const;
  try {
    actionRunner.run(system, (context) => countAttempt(context, subject));
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
  const { exitPinHash } = hall().settings;
  const right = setUpCode.matches(pin) || (exitPinHash !== null && (await isSecret(pin, exitPinHash)));
  if (right) actionRunner.run(system, (context) => forgetAttempts(context, subject));
  return right;
}
