import type { LineState } from '../../../electron/contract/live-line';
import { useHallTimeOf } from './hall-time';
import { useEntranceTexts } from './office-texts';

/** What stands in place of what the line has not told yet: that it comes, or what is wrong and what to do. */
export function LineWait({ line }: { readonly line: LineState }) {
  return <p role="status">{useLineWords(line)}</p>;
}

/** How the line is, in words, with what to do where it is lost. */
export function useLineWords(line: LineState): string {
  const { t } = useEntranceTexts();
  const timeOf = useHallTimeOf();
  return line.state === 'lost' ? t('line.lost', { time: timeOf(line.since) }) : t(`line.${line.state}`);
}
