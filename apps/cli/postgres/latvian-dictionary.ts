import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { municipalWords } from './municipal-words.ts';

/** Change this when the files below come out differently, so that running installations make them anew. */
export const dictionaryEdition = 3;

interface SuffixRule {
  strip: string;
  add: string;
  next: string;
  condition: RegExp;
}

/**
 * The Latvian hunspell dictionary made ready for PostgreSQL, by file name. `lv_lv` keeps diacritics; `lv_ascii` is the
 * same without them, so that "iesniegsana" finds "iesniegšanas".
 */
export function latvianDictionaryFiles(dictionaryPackage: string): Record<string, string> {
  const affix = readFileSync(join(dictionaryPackage, 'index.aff'), 'utf8');
  const words = expandWords(affix, readFileSync(join(dictionaryPackage, 'index.dic'), 'utf8'));
  return {
    'lv_lv.affix': affix,
    'lv_lv.dict': words,
    'lv_ascii.affix': withoutDiacriticsInRules(affix),
    'lv_ascii.dict': withoutDiacritics(words),
  };
}

/**
 * Hunspell puts a suffix upon a suffix (pārdot → pārdošana → pārdošanu); PostgreSQL stops after one. So the first
 * suffix is written out here once, and its word goes into the dictionary with the flags of the second.
 */
export function expandWords(affix: string, dictionary: string): string {
  const [, ...published] = dictionary.trimEnd().split('\n');
  const words = [...published, ...municipalWords];
  const rules = rulesThatContinue(affix);
  const known = new Set(words.map((line) => line.split(/[/\s]/, 1)[0]));
  const derived = new Map<string, Set<string>>();
  for (const line of words) {
    const [, word, flags] = /^([^/\s]+)\/(\S+)/.exec(line) ?? [];
    if (!word || !flags) continue;
    for (const rule of flags.split('').flatMap((flag) => rules.get(flag) ?? [])) {
      if (!word.endsWith(rule.strip) || !rule.condition.test(word)) continue;
      const longer = word.slice(0, word.length - rule.strip.length) + rule.add;
      if (known.has(longer)) continue;
      derived.set(longer, new Set([...(derived.get(longer) ?? []), ...rule.next.split('')]));
    }
  }
  return [...words, ...[...derived].map(([word, flags]) => `${word}/${[...flags].join('')}`), ''].join('\n');
}

/** Suffix rules whose result may take another suffix: `SFX flag strip add/next condition`. */
function rulesThatContinue(affix: string): Map<string, SuffixRule[]> {
  const circumfix = '|';
  const rules = new Map<string, SuffixRule[]>();
  for (const line of affix.split('\n')) {
    const [, flag, strip, add, flags, condition] = /^SFX\s+(\S)\s+(\S+)\s+([^\s/]+)\/(\S+)\s+(\S+)/.exec(line) ?? [];
    if (!flag || !strip || !add || !flags || !condition) continue;
    const next = flags.replaceAll(circumfix, '');
    if (!next) continue;
    const rule = { strip: zero(strip), add: zero(add), next, condition: endingRegExp(condition) };
    rules.set(flag, [...(rules.get(flag) ?? []), rule]);
  }
  return rules;
}

const zero = (text: string): string => (text === '0' ? '' : text);
const endingRegExp = (condition: string): RegExp => new RegExp(`${condition === '.' ? '' : condition}$`);

export const withoutDiacritics = (text: string): string => text.normalize('NFD').replaceAll(/\p{Mn}/gu, '');

/** Flags are letters with a meaning of their own and stay; endings and conditions lose their diacritics. */
function withoutDiacriticsInRules(affix: string): string {
  return affix
    .split('\n')
    .map((line) => {
      const [, head, strip, add, flags, condition] =
        /^((?:SFX|PFX)\s+\S\s+)(\S+)\s+([^\s/]+)(\/\S+)?\s+(\S+)/.exec(line) ?? [];
      if (!head || !strip || !add || !condition || /^[YN]$/.test(strip)) return line;
      return `${head}${withoutDiacritics(strip)} ${withoutDiacritics(add)}${flags ?? ''} ${looseCondition(condition)}`;
    })
    .join('\n');
}

const alphabet = 'aābcčdeēfgģhiījkķlļmnņoōpqrŗsštuūvwxyzž';

/** "Not s" still lets š through, which looks like s here: a negated set becomes the set of letters it allows. */
function looseCondition(condition: string): string {
  const plain = condition.replaceAll(/\[\^([^\]]+)\]/g, (_, refused: string) => {
    const allowed = alphabet.split('').filter((letter) => !refused.includes(letter));
    return `[${[...new Set(withoutDiacritics(allowed.join('')))].join('')}]`;
  });
  return withoutDiacritics(plain);
}
