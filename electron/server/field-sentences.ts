import type { Language } from '../contract/common';
import type { BrokenRule } from '../queue/refusal';
import { faultInIndonesian } from '../texts/fault-in-indonesian';

/**
 * Why a field was refused, in the reader's language. `message` is the English sentence. Who reads krama sends nothing
 * but buttons: Indonesian.
 */
export function fieldSentence(message: string, language: Language, rule?: BrokenRule): string {
  const own = !message.startsWith('Invalid ');
  if (language === 'en') return (rule && sentenceOfRule(rule, 'en', own)) ?? message;
  const known = faultInIndonesian(message) ?? (rule && sentenceOfRule(rule, 'id', own));
  // Whatever a library says more, nobody who reads Indonesian is told in English.
  return known ?? 'tidak dapat diterima';
}

/** In words what zod says in terms of programs; undefined where the rule has a sentence of its own. */
function sentenceOfRule(
  { keyword, params }: BrokenRule,
  language: 'id' | 'en',
  hasOwnSentence: boolean,
): string | undefined {
  const of = (id: string, en: string) => (language === 'id' ? id : en);
  const bound = String(params[keyword === 'too_small' ? 'minimum' : 'maximum']);
  const unit =
    { string: of(' huruf', ' letters'), array: of(' butir', ' entries') }[String(params.origin)] ?? '';
  switch (keyword) {
    case 'too_small':
      if (params.origin === 'string' && bound === '1') return of('harus diisi', 'must be filled in');
      return of(`paling sedikit ${bound}${unit}`, `at least ${bound}${unit}`);
    case 'too_big':
      return of(`paling banyak ${bound}${unit}`, `at most ${bound}${unit}`);
    case 'invalid_type':
      return of('belum diisi, atau isinya tidak sesuai jenisnya', 'it is missing or of the wrong kind');
    case 'invalid_value':
      return of('bukan salah satu pilihan', 'it is none of the choices');
    case 'invalid_union':
      return of('bukan salah satu bentuk yang dikenal', 'it has none of the known forms');
    case 'invalid_format':
      // A pattern may have a sentence of its own.
      return hasOwnSentence ? undefined : of('cara menulisnya tidak benar', 'it is not written rightly');
    default:
      return undefined;
  }
}
