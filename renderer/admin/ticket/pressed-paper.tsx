import type { TicketBlock, TicketPictures } from '../../../electron/contract/ticket-layout';
import { useTexts } from '../texts';
import { paperLines } from './paper-lines';
import styles from './pressed-paper.module.css';

/** A ticket's picture of which each line is a button; what isn't printed keeps its place, dashed. */
export function PressedPaper({
  blocks,
  picture,
  chosen,
  onChoose,
}: {
  readonly blocks: readonly TicketBlock[];
  readonly picture: TicketPictures['wide'];
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
}) {
  const { t } = useTexts();
  const { svg, width, height } = picture;
  const source = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  return (
    <ol className={styles.paper} aria-label={t('ticket.preview.alt')} style={{ maxWidth: width }}>
      {paperLines(blocks, picture).map((line, at) => {
        const name = t(`ticket.block.${blocks[at]?.kind ?? 'space'}`);
        const why = line.kind === 'printed' ? '' : t(`ticket.${line.kind}`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a block is known by its place alone
          <li key={at}>
            <button
              type="button"
              className={styles.line}
              data-kind={line.kind}
              aria-label={t('ticket.line', { name: why === '' ? name : `${name}, ${why}` })}
              aria-current={at === chosen || undefined}
              onClick={() => onChoose(at)}
            >
              {line.kind === 'printed' ? (
                <svg
                  viewBox={`0 ${line.top} ${width} ${Math.max(1, line.bottom - line.top)}`}
                  aria-hidden="true"
                >
                  <image href={source} width={width} height={height} />
                </svg>
              ) : (
                <span>
                  {name}, {why}
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
