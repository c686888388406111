import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

type Plain<Key extends string> = Key extends `${infer Stem}_${'zero' | 'one' | 'other'}` ? Stem : Key;
export type TextValues = Record<string, string | number | null | undefined> & { count?: number };
export type Translate<Key extends string> = (key: Key, values?: TextValues) => string;

const declared = new Map<string, { lv: Record<string, string>; en: Record<string, string> }>();

void i18next.use(initReactI18next).init({
  lng: 'lv',
  fallbackLng: 'lv',
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
});

/**
 * Declares the texts of a room, Latvian and English side by side, and gives the hook that reads them:
 * `export const useText = defineTexts('council', { title: 'Sēdes' }, { title: 'Sittings' })`, then `const t = useText(); t('title')`.
 * Counts: Latvian has `_zero`, `_one`, `_other` (0 and 11 sēžu, 1 and 21 sēde, 2 sēdes), English `_one`, `_other`.
 */
export function defineTexts<const Lv extends Record<string, string>>(
  room: string,
  lv: Lv,
  en: Record<Plain<keyof Lv & string>, string> | Record<string, string>,
): () => Translate<Plain<keyof Lv & string>> {
  declared.set(room, { lv, en: en as Record<string, string> });
  i18next.addResourceBundle('lv', room, lv);
  i18next.addResourceBundle('en', room, en);
  return () => useTranslation(room).t as unknown as Translate<Plain<keyof Lv & string>>;
}

/** Every declared text, for the test of completeness. */
export const declaredTexts: ReadonlyMap<string, { lv: Record<string, string>; en: Record<string, string> }> = declared;

export type Locale = 'lv' | 'en';

/** The language the person reads now. */
export const useLocale = (): Locale => (useTranslation().i18n.language === 'en' ? 'en' : 'lv');

export function setLocale(locale: Locale) {
  document.documentElement.lang = locale;
  localStorage.setItem('aprite.locale', locale);
  void i18next.changeLanguage(locale);
}
