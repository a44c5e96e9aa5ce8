import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paperLine, signsNotOnPaper } from '../../electron/contract/paper-text';
import { faultOfIssue } from '../../electron/texts/fault-sentence';
import { printableText } from '../../native/printer/code-page';
import { type Block, encodeTicket } from '../../native/printer/encode-ticket';
import { readCommands } from '../../native/printer/escpos-commands';
import { Paper } from '../../native/printer/paper';
import { ticketPicture } from '../../native/printer/ticket-picture';

const codePages = ['pc858', 'pc437', 'ascii'] as const;
const profile = { width: 576, qr: 'native', graphics: true, cutter: 'partial' } as const;

/** Whether somebody wrote a question mark, of whatever script. */
const asks = (text: string) => /[?¿‽؟]/.test(text.normalize('NFKD'));
const written = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme-ascii' }),
      fc.constantFrom(..."Łʼ’“”–—…•\u00a0\u00ad\u200b①½ﬁßŋİı№™ꦗ漢م🎫𝗠'<&? "),
    ),
  )
  .map((parts) => parts.join(''));

test('every sign that a ticket may have has letters on each code page', () => {
  const faults: string[] = [];
  let accepted = 0;
  for (let point = 0x20; point < 0x20000; point += 1) {
    if (point >= 0xd800 && point < 0xe000) continue;
    const sign = String.fromCodePoint(point);
    if (signsNotOnPaper(sign).length > 0) continue;
    accepted += 1;
    // Marks and blanks show beside a letter alone.
    if (/^[\p{M}\p{C}\p{Z}]$/u.test(sign)) continue;
    for (const page of codePages) {
      for (const form of [sign, sign.toUpperCase()]) {
        const shown = printableText(form, page);
        if (shown === '' || (shown.includes('?') && !asks(sign))) faults.push(`${sign} ${page} “${shown}”`);
      }
    }
  }
  expect(faults).toEqual([]);
  expect(accepted).toBeGreaterThan(1000);
});

test.each([
  ['Dinas “Penanaman Modal” – Jum’at…', 'Dinas "Penanaman Modal" - Jum\'at...'],
  ['Qurʼan\u00a0Łódź \ufb01lm', "Qur'an Lódz film"],
  ['𝗠𝗣𝗣 Kajen', 'MPP Kajen'],
  ['zero\u200bwidth, so\u00adft', 'zerowidth, soft'],
])('%s is printed as its letters', (text, letters) => {
  expect(paperLine().parse(text)).toBe(text);
  expect(printableText(text)).toBe(letters);
});

test.each([
  ['ꦩꦭ꧀ ꦥꦼꦭꦪꦤꦤ꧀', 'ꦩ ꦭ ꦥ ꦪ ꦤ'],
  ['Balai 🎫', '🎫'],
  ['مركز', 'م ر ك ز'],
  ['服务 A', '服 务'],
  ['Ω ≠ α', 'Ω ≠ α'],
  ['hilang \ufffd', '\ufffd'],
])('%s is refused, with its signs', (text, signs) => {
  const [issue] = paperLine().safeParse(text).error?.issues ?? [];
  expect(issue && faultOfIssue(issue)).toEqual({ code: 'sign_not_on_paper', values: { sign: signs } });
});

test('whatever was stored, paper asks nothing that nobody wrote, and the picture has the lines of the paper', () => {
  fc.assert(
    fc.property(written, (text) => {
      const blocks: readonly Block[] = [{ kind: 'text', text, size: 'normal', align: 'left' }];
      for (const codePage of codePages) {
        const shown = printableText(text, codePage);
        if (!asks(text)) expect(shown).not.toContain('?');
        const bytes = encodeTicket(blocks, { ...profile, codePage });
        if (codePage !== 'pc858') continue;
        const letters = onPaper(bytes).replace(/\s/g, '');
        expect(letters).toBe(shown.replace(/\s/g, ''));
        expect(inPicture(ticketPicture(bytes, profile.width)).replace(/\s/g, '')).toBe(letters);
      }
    }),
    { numRuns: 300 },
  );
});

function onPaper(bytes: Uint8Array): string {
  const paper = new Paper(profile.width);
  for (const command of readCommands(bytes).commands) paper.obey(command);
  return paper.lines.join('');
}

function inPicture(svg: string): string {
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text).join('');
  return texts.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
