import { type Language, languages } from '../../../electron/contract/languages';
import type { Utterance } from '../../voice/speech';
import { inWords, prompts, ticketNumberInWords } from '../spoken/in-words';

/** Something that the screen says, with what is framed while it is said. */
export interface Part {
  readonly element: Element;
  readonly utterance: Utterance;
}

/** What is said in one breath. */
const units = ['button', 'label', 'h1', 'h2', 'h3', 'p', 'li', 'dl > div', 'nav > span'].join();
/** The clock on the wall is no news of this screen. */
const timeAlone = /^\d{1,2}[.:]\d{2}$/;
const endsWords = /^[.,:;!?]/;
const ticketNumber = /\b[A-Z]{1,3}-\d{2,4}\b/g;

/**
 * What a screen says to the eye, from above to below as it would be read to somebody: headings, news, choices with which one is
 * chosen, buttons. Of a question over the screen only that. What can't be pressed where it turns pages is left out.
 *
 * @param root the kiosk's canvas
 * @param language the screen's; parts that are marked as of another are said in that
 */
export function onScreen(root: Element, language: Language): readonly Part[] {
  const over = root.querySelector('[role="alertdialog"]');
  const scope = over ?? root;
  return [...scope.querySelectorAll(units)].flatMap((element): Part[] => {
    // Said with what it is in.
    const outer = element.parentElement?.closest(units);
    if (outer && scope.contains(outer)) return [];
    if (element.closest('[inert], [aria-hidden="true"], [data-ear]') || !isShown(element)) return [];
    if (element.closest('nav') && element.hasAttribute('data-unavailable')) return [];
    const marked = element.closest('[lang]');
    const own = root.contains(marked) && languages.find((each) => each === marked?.getAttribute('lang'));
    const spoken = own || language;
    const words = element.getAttribute('aria-label') ?? wordsOf(element);
    if (words === '') return [];
    const isChosen =
      element.getAttribute('aria-pressed') === 'true' || element.querySelector('input:checked') !== null;
    const text = isChosen ? prompts.in(spoken)('earChosen', { choice: words }) : words;
    return [{ element, utterance: { language: spoken, text: asSaid(text, spoken) } }];
  });
}

/** The visible words of an element; a pause where the eye sees a gap. */
function wordsOf(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let words = '';
  let before: Element | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const parent = node.parentElement;
    if (text === '' || !parent || parent.closest('[aria-hidden="true"]') || !isShown(parent)) continue;
    const isClock = parent.closest('header') && timeAlone.test(text);
    if (isClock) continue;
    words +=
      words === '' || endsWords.test(text) ? text : `${runsOn(words, before, parent) ? ' ' : ', '}${text}`;
    before = parent;
  }
  return words;
}

/** Whether no pause is made: a figure belongs to the word after it, and so does what is added for whoever only hears. */
function runsOn(words: string, before: Element | null, after: Element): boolean {
  if (/(^|[\s,])\d+$|[.:!?…,]$/.test(words) || before?.hasAttribute('data-said')) return true;
  return isInline(before, after) || isInline(after, before);
}

function isInline(inner: Element | null, outer: Element | null): boolean {
  return inner !== null && outer?.contains(inner) === true && getComputedStyle(inner).display === 'inline';
}

/** Figures and a ticket's number in words, without the marks that only keep lines whole. */
function asSaid(text: string, language: Language): string {
  const plain = text.replace(/\u2060/g, '');
  return inWords(
    plain.replace(ticketNumber, (number) => ticketNumberInWords(number, language)),
    language,
  );
}

function isShown(element: Element): boolean {
  const { display, visibility } = getComputedStyle(element);
  return display !== 'none' && visibility !== 'hidden' && element.getClientRects().length > 0;
}
