import type { Figure, IndicatorView } from '#indicators/contract';
import { percent } from '../shared/format.ts';
import type { Locale } from '../shared/text.ts';
import { useLocale } from '../shared/text.ts';
import { useText } from './texts.ts';

export const monthName = (month: number, locale: Locale, width: 'short' | 'long' = 'long'): string =>
  new Intl.DateTimeFormat(locale, { month: width, timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month - 1, 15)));

const decimal = (value: number, locale: Locale) =>
  new Intl.NumberFormat(locale === 'lv' ? 'lv-LV' : 'en-GB', { maximumFractionDigits: 1 }).format(value);

/** How a figure is written: '84,5 %', '6,2 d.', or that there is none. */
export function useFigures() {
  const t = useText();
  const locale = useLocale();
  return {
    locale,
    number: (value: number) => decimal(value, locale),
    value: ({ unit }: Pick<IndicatorView, 'unit'>, { value }: Figure): string => {
      if (value === null) return t('noData');
      return unit === 'days' ? t('dayCount', { value: decimal(value, locale) }) : percent(value, locale);
    },
  };
}

/** 'outgoing/sign' → 'Izejošie, parakstīšana'. */
export function useAspect() {
  const t = useText() as (key: string) => string;
  return (aspect: string): string => {
    const [type = '', stage = ''] = aspect.split('/');
    const words = [t(`type.${type}`), t(`stage.${stage}`)];
    return words.every((word) => !word.includes('.')) ? words.join(', ') : aspect;
  };
}
