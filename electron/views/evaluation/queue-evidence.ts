import { visitSums } from '../reports/visit-sums';
import { type EvidenceView, type FigureOf, type Said, yes } from './evidence';
import { screensOf } from './media-evidence';

/** What the queue is made of as it stands now, and how many it served in the year. */
export const queueEvidence: EvidenceView<FigureOf<'queue'>> = (context, year) => {
  const { settings, counters } = context.hall;
  let numbers = 0;
  let served = 0;
  visitSums(context, year, (_date, _counterId, sums) => {
    for (const sum of sums) {
      numbers += sum.issued;
      served += sum.served;
    }
  });
  const { displays } = screensOf(context);
  const there = {
    numbers: yes(numbers > 0),
    grouped: yes(new Set(counters.map(({ group }) => group)).size > 1),
    monitor: yes(displays > 0),
    loudspeaker: yes(displays > 0 && settings.voiceVolume > 0),
    phone: yes(settings.phoneJoining),
  };
  const lacks: Said[] = [];
  if (!there.monitor) lacks.push({ key: 'queue.noMonitor', of: ['monitor', 'loudspeaker'], at: 'devices' });
  if (!there.phone) lacks.push({ key: 'queue.noPhone', of: ['phone'], at: 'hall' });
  return {
    figures: { ...there, issued: numbers, served },
    says: [{ key: 'queue.says', values: { numbers, served, counters: counters.length } }],
    lacks,
  };
};
