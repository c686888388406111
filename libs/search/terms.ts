/** One word, number or day of a question, and how it is looked up. */
export type Term =
  | { readonly kind: 'word'; readonly text: string; readonly stem: string | null }
  /** Also a word: "2026/5" may stand in a text. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'day'; readonly prefix: string; readonly text: string };

/** At most so many words of a question count. */
const MAX_TERMS = 12;

/** Takes a question apart into words, numbers and days. */
export function termsOf(question: string): Term[] {
  const parts = question
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s,;:!?()"“”„]+/)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  return (
    parts
      // "Nr." before a number says nothing.
      .filter((part, place) => !(/^(nr|no)\.?$/.test(part) && /\d/.test(parts[place + 1] ?? '')))
      .slice(0, MAX_TERMS)
      .map(termOf)
  );
}

function termOf(part: string): Term {
  const day = dayPrefix(part);
  if (day) return { kind: 'day', prefix: day, text: part };
  const bare = part.replace(/^[.\-/'’]+|[.\-/'’]+$/g, '');
  if (/\d/.test(bare) && /^[\p{L}\d./\-_]+$/u.test(bare)) return { kind: 'number', text: bare };
  return { kind: 'word', text: bare, stem: stemOf(bare) };
}

/** '21.11.2026.' → '2026-11-21', '11.2026' → '2026-11'; undefined when it is no day. */
export function dayPrefix(text: string): string | undefined {
  const [, day, month, year] = /^(?:(\d{1,2})\.)?(\d{1,2})\.((?:19|20)\d\d)\.?$/.exec(text) ?? [];
  if (year && month && isDay(month, day)) {
    return [year, month.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
  }
  const [, isoYear, isoMonth, isoDay] = /^((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?\.?$/.exec(text) ?? [];
  if (!isoYear || !isDay(isoMonth ?? '01', isoDay)) return undefined;
  return [isoYear, isoMonth, isoDay].filter(Boolean).join('-');
}

const isDay = (month: string, day = '01') =>
  Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;

/** Endings of Latvian nouns, adjectives and verbs, longest first; for words that the dictionary does not know (surnames, firms). */
const ENDINGS = [
  'ajiem',
  'ajām',
  'ajos',
  'ajās',
  'iem',
  'ais',
  'ajā',
  'ajai',
  'ām',
  'ēm',
  'īm',
  'am',
  'em',
  'im',
  'um',
  'us',
  'os',
  'as',
  'es',
  'is',
  'ās',
  'ēs',
  'īs',
  'ai',
  'ei',
  'ij',
  'ji',
  's',
  'š',
  'a',
  'e',
  'i',
  'u',
  'o',
  'ā',
  'ē',
  'ī',
  'ū',
  'm',
];

/** What stays the same in a word's forms, at least four letters; null when the word is too short to shorten. */
export function stemOf(word: string): string | null {
  if (word.length < 4) return null;
  const ending = ENDINGS.find((candidate) => word.endsWith(candidate) && word.length - candidate.length >= 4);
  return ending ? word.slice(0, -ending.length) : word;
}

export const hasDiacritics = (text: string): boolean => /\p{Mn}/u.test(text.normalize('NFD'));
export const withoutDiacritics = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .normalize('NFC');
