import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { linesOfPart, signatureLines, writtenParts } from '../../../electron/contract/standard-words';
import type { PublicMaklumat, PublicStandard } from '../../../electron/contract/standards';
import { callRoute, Refused, Unreachable } from '../../client/api';
import { EarButton } from '../ear/ear-button';
import { useComfort } from '../language-and-mode';
import { Pager } from '../pager';
import { PressButton } from '../press-button';
import { useTexts } from '../texts';
import type { Orientation } from '../use-canvas';
import { skmPassages } from './skm-passages';
import { type Passage, standardPages } from './standard-pages';
import styles from './standard-screen.module.css';
import { skmTexts, standardTexts } from './standard-texts';

/** Rows and letters that a page holds, by what the canvas leaves; tried with the widest letters. */
const rooms = {
  portrait: { usual: { rows: 31, letters: 52 }, large: { rows: 20, letters: 33 } },
  landscape: { usual: { rows: 14, letters: 92 }, large: { rows: 9, letters: 62 } },
} as const;

/** A service's standard, part after part, on pages that don't scroll; beside it the hall's Maklumat and the survey's last result. */
export function StandardScreen({
  standard,
  orientation,
  back,
}: {
  readonly standard: PublicStandard;
  readonly orientation: Orientation;
  readonly back: () => void;
}) {
  const { t: common, local, language } = useTexts();
  const { large } = useComfort();
  const t = standardTexts.in(language);
  const ofSkm = skmTexts.in(language);
  const [turned, turnTo] = useState(0);
  const [beside, showBeside] = useState<'promise' | 'skm' | null>(null);
  const maklumat = useAnswer(() => callRoute('publicMaklumat', { query: { on: 'kiosk' } }));
  const skm = useAnswer(async () => (await callRoute('published')).skm);
  const isPromise = beside === 'promise';
  const passages =
    isPromise && maklumat
      ? promiseOf(maklumat)
      : beside === 'skm' && skm
        ? skmPassages(skm, language)
        : partsOf();
  const pages = standardPages(passages, rooms[orientation][large ? 'large' : 'usual']);
  const shown = Math.min(turned, pages.length - 1);
  const isExample = isPromise ? maklumat?.isExample : beside === null && standard.isExample;

  function partsOf(): Passage[] {
    return writtenParts(standard, language).map((written) => ({
      heading: t(`part.${written.part}`),
      text: linesOfPart(written).join('\n'),
    }));
  }

  function promiseOf({ text, ...signed }: PublicMaklumat): Passage[] {
    const who = signatureLines(signed, language).join('\n');
    return [
      { heading: t('promise.number', { number: signed.decisionNumber }), text: `${local(text)}\n\n${who}` },
    ];
  }

  return (
    <main className={styles.screen} data-orientation={orientation}>
      <header className={styles.header}>
        <h1>{isPromise ? t('promise') : beside ? ofSkm('skm') : local(standard.name)}</h1>
        <p>
          {beside ? '' : `${t('standard')} · ${local(standard.counterName)}`}
          {isExample && <strong> {t(isPromise ? 'promise.example' : 'example')}</strong>}
        </p>
      </header>
      <dl className={styles.parts}>
        {pages[shown]?.map(({ heading, text }) => (
          <div key={heading}>
            <dt>{heading}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {pages.length > 1 && (
        <Pager className={styles.pager} page={shown} pages={pages.length} turnTo={turnTo} />
      )}
      <footer className={styles.footer}>
        <PressButton className={styles.back} onPress={() => (beside ? show(null) : back())}>
          <IconArrowLeft stroke={2.5} aria-hidden="true" />
          {common('back')}
        </PressButton>
        {maklumat && !beside && (
          <PressButton className={styles.back} onPress={() => show('promise')}>
            {t('promise')}
          </PressButton>
        )}
        {skm && !beside && (
          <PressButton className={styles.back} onPress={() => show('skm')}>
            {ofSkm('skmShort')}
          </PressButton>
        )}
        <EarButton />
      </footer>
    </main>
  );

  function show(what: typeof beside): void {
    showBeside(what);
    turnTo(0);
  }
}

/** What the hall shows beside it, once it is answered; null: it shows none, or there is no answer. */
function useAnswer<Answer>(ask: () => Promise<Answer>): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const first = useRef(ask);
  useEffect(() => {
    let isLeft = false;
    first.current().then(
      (given) => {
        if (!isLeft) setAnswer(given);
      },
      (error: unknown) => {
        if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
      },
    );
    return () => {
      isLeft = true;
    };
  }, []);
  return answer;
}
