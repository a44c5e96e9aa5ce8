import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { KioskSnapshot } from '../../../electron/contract/operation';
import type { MenuCounter } from '../../../electron/contract/site';
import type { HolderTicket } from '../../../electron/contract/tickets';
import { hallNow } from '../../client/hall-clock';
import { useLiveLine, useSnapshot } from '../../client/live/use-live-line';
import { openHallSpeech } from '../../voice/open-hall-speech';
import type { Utterance } from '../../voice/speech';
import { decideOnNumber } from '../ask-for-number';
import { tellWay } from '../tell-way';
import { keepForCutLine, keptForCutLine } from './kept-for-cut-line';
import { numbersOfVisit } from './numbers-of-visit';
import { hearKeys, hearPulledOut } from './pressed-keys';
import { SpokenPath } from './spoken-path';
import { SpokenScreen } from './spoken-screen';
import type { SpokenStart, Visit, World } from './visit';

export { SpokenOffer } from './spoken-offer';

const tickMs = 500;

/** The path of whoever was here before: its last words may still be being said. */
let former: SpokenPath | undefined;

// This file comes to the page long before anybody is on the path.
void keepForCutLine();

/** The spoken path on the kiosk's page, from the key that begins it until it is over and the last word was said. */
export function SpokenPage({
  start,
  counters,
  kiosk,
  isAway,
  over,
}: {
  readonly start: SpokenStart;
  readonly counters: readonly MenuCounter[] | undefined;
  readonly kiosk: KioskSnapshot;
  readonly isAway: boolean;
  readonly over: () => void;
}) {
  const [visit, setVisit] = useState<Visit | null>(null);
  const [said, setSaid] = useState<readonly Utterance[]>([]);
  const [ticket, setTicket] = useState<HolderTicket | null>(null);

  const path = useRef<SpokenPath>(undefined);
  const end = useEffectEvent(over);
  const keys = useEffectEvent(() => kiosk.spokenKeys);
  const outputNow = useEffectEvent(() => kiosk.spokenOutput);
  const worldNow = useEffectEvent((): World => ({ counters, kiosk, isAway, ticket, now: hallNow() }));

  useEffect(() => {
    const speech = openHallSpeech({ output: outputNow(), kept: keptForCutLine });
    void keepForCutLine();
    const begun = new SpokenPath({
      speech,
      world: () => worldNow(),
      stopwatch: () => performance.now(),
      take: numbersOfVisit(),
      decide: decideOnNumber,
      changed: (changed, heard) => {
        setVisit(changed);
        setSaid(heard);
        if (!changed) end();
      },
    });
    path.current = begun;
    former?.hush();
    former = begun;
    void tellWay('spoken');
    begun.happen(start === 'help' ? { kind: 'key', key: 'help' } : { kind: 'headset-in' });
    const stop = hearKeys(
      () => keys(),
      (happening) => begun.happen(happening),
    );
    const ticking = setInterval(() => begun.happen({ kind: 'tick' }), tickMs);
    return () => {
      clearInterval(ticking);
      stop();
      const own = keys();
      const stopHearing = hearPulledOut(
        () => own,
        () => begun.hush(),
      );
      void begun.leave().then(() => {
        stopHearing();
        speech.close();
      });
    };
  }, [start]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever of the hall changed is news.
  useEffect(() => path.current?.happen({ kind: 'news' }), [counters, kiosk, isAway, ticket]);

  if (!visit) return null;
  return (
    <>
      {visit.ticket && <Followed key={visit.ticket.token} token={visit.ticket.token} heard={setTicket} />}
      <SpokenScreen
        language={visit.language}
        said={said}
        isShown={visit.isShown && visit.outSince === null}
        isEnding={visit.endAsked !== null}
        show={(isShown) => path.current?.happen({ kind: 'show-text', isShown })}
        askEnd={() => path.current?.happen({ kind: 'end-asked' })}
      />
    </>
  );
}

/** Hears how the number stands. */
function Followed({
  token,
  heard,
}: {
  readonly token: string;
  readonly heard: (ticket: HolderTicket) => void;
}) {
  const live = useLiveLine([`ticket:${token}`]);
  const followed = useSnapshot<HolderTicket>(live, `ticket:${token}`);
  const tell = useEffectEvent(heard);
  useEffect(() => {
    if (followed) tell(followed);
  }, [followed]);
  return null;
}
