import type { Log } from '../log';
import { callHub } from '../second-kiosk/call-hub';
import { HubAwayError, HubRefused } from '../second-kiosk/hub-errors';
import type { MachineRole } from '../store/machine-role';
import { successionOf } from './proofs';

const everyMs = 5_000;
const withinMs = 4_000;

/**
 * Tells the machine that was the main one, as soon as it answers, that this one is it now; again and again, since it may be
 * started with its old data at any time. Returns the way to stop it.
 */
export function tellFormer(
  role: Extract<MachineRole, { role: 'main' }>,
  { secret, address, log }: { readonly secret: string; readonly address: string; readonly log: Log },
): () => void {
  const { former, epoch } = role;
  let isUnderWay = false;
  let said = '';
  const tell = async () => {
    if (isUnderWay) return;
    isUnderWay = true;
    try {
      const proof = successionOf(secret, epoch, address);
      const access = { hub: former, token: null };
      const answer = await callHub(access, 'giveWay', { body: { epoch, address, proof } }, withinMs);
      say(
        answer.gaveWay
          ? 'the former main machine has given way'
          : 'the former main machine has not given way',
      );
    } catch (error) {
      if (error instanceof HubRefused) say('the former main machine refuses to give way');
      else if (!(error instanceof HubAwayError))
        log.error({ err: error }, 'the former main machine could not be told');
    } finally {
      isUnderWay = false;
    }
  };
  const say = (sentence: string) => {
    if (sentence !== said) log.warn({ former, epoch }, sentence);
    said = sentence;
  };
  const telling = setInterval(() => void tell(), everyMs);
  void tell();
  return () => clearInterval(telling);
}
