import { useFindingWords } from '../findings/use-finding-words';
import { useTexts } from '../texts';
import type { FindingGroup } from './to-do-list';

/** So many names are told of many; the others are counted. */
const namesShown = 3;

/** Kinds whose title and consequence are told apart; of the others the list's one sentence is the title. */
const toldApart = [
  'unreadable',
  'no_name',
  'not_on_paper',
  'unknown_icon',
  'no_logo',
  'no_hours',
  'no_desk',
  'no_service',
  'no_counter',
  'no_reach',
  'held_stream',
  'clock',
  'restarted',
  'disk_low',
  'disk_full',
  'too_hot',
  'power_cut',
  'runtime_ending',
  'runtime_ended',
  'day_closing',
  'no_speech',
] as const;
type ToldApart = (typeof toldApart)[number];
const isToldApart = (kind: string): kind is ToldApart => (toldApart as readonly string[]).includes(kind);

const counted = ['counter', 'service', 'desk', 'device', 'user'] as const;

/** What is wrong with a group of findings, and what follows of it. */
export function useFindingTitles() {
  const { t } = useTexts();
  const { detailOf, subjectOf, sentenceOf, occurredIn } = useFindingWords();
  const title = ({ kind, findings }: FindingGroup): string => {
    const [first] = findings;
    const of = counted.find((each) => first.subject.startsWith(`${each}:`));
    const what =
      findings.length > 1 && of ? t(`home.many.${of}`, { count: findings.length }) : subjectOf(first);
    return isToldApart(kind)
      ? t(`home.finding.${kind}`, { what, detail: detailOf(first) })
      : `${what}: ${sentenceOf(first)}`;
  };
  const follows = ({ kind, findings }: FindingGroup): string => {
    const [first] = findings;
    const rest = findings.length - namesShown;
    const names = findings.slice(0, namesShown).map(subjectOf).join(', ');
    return [
      findings.length > 1 && `${names}${rest > 0 ? `, ${t('home.andMore', { count: rest })}` : ''}.`,
      isToldApart(kind) && t(`home.finding.${kind}.follows`, { detail: capitalised(detailOf(first)) }),
      occurredIn(first),
    ]
      .filter(Boolean)
      .join(' ');
  };
  return { title, follows };
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
