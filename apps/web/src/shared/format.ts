import { useLocale, type Locale } from './text.ts';

/** '2026-11-21' → '21.11.2026.' */
export const day = (value: string | null | undefined): string =>
  value ? `${value.slice(8, 10)}.${value.slice(5, 7)}.${value.slice(0, 4)}.` : '–';

const riga = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Riga',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant in Riga: '21.11.2026. 10:02'. */
export function moment(value: string | Date | null | undefined): string {
  if (!value) return '–';
  const [date, time] = riga.format(new Date(value)).split(' ');
  return `${day(date)} ${time}`;
}

/** Only the hour and minute in Riga: '10:02'. */
export const clock = (value: string | Date): string => riga.format(new Date(value)).split(' ')[1]!;

/** Today in Riga: 'YYYY-MM-DD'. */
export const today = (): string => riga.format(new Date()).slice(0, 10);

/** Days from today to a day; negative when it is past. */
export const daysLeft = (value: string): number =>
  Math.round((Date.parse(`${value}T12:00Z`) - Date.parse(`${today()}T12:00Z`)) / 86_400_000);

const unitsOf = {
  lv: { d: 'd.', h: 'st.', min: 'min', now: 'uzreiz' },
  en: { d: 'd', h: 'h', min: 'min', now: 'at once' },
};

/** 93784 → '1 d. 2 st.': the two largest parts. */
export function duration(seconds: number | null | undefined, locale: Locale): string {
  if (seconds === null || seconds === undefined) return '';
  const { d, h, min, now } = unitsOf[locale];
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return now;
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), d],
    [Math.floor((minutes % 1440) / 60), h],
    [minutes % 60, min],
  ];
  const first = parts.findIndex(([value]) => value > 0);
  return parts
    .slice(first, first + 2)
    .filter(([value]) => value > 0)
    .map(([value, unit]) => `${value} ${unit}`)
    .join(' ');
}

/** '1234.5' → '1 234,50'. */
export function amount(value: string | number | null | undefined): string {
  if (value === null || value === undefined || value === '') return '–';
  const [whole = '0', cents = ''] = String(value).split('.');
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0')},${cents.padEnd(2, '0').slice(0, 2)}`;
}

/** 0.845 → '84,5 %'; English writes the point. */
export const percent = (share: number | null | undefined, locale: Locale): string =>
  share === null || share === undefined
    ? '–'
    : new Intl.NumberFormat(locale === 'lv' ? 'lv-LV' : 'en-GB', { style: 'percent', maximumFractionDigits: 1 }).format(
        share,
      );

/** 20480 → '20 kB'. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}

/** Chooses from a text of the house: `const pick = usePick(); pick(kind)`. */
export function usePick(): (text: { lv: string; en: string } | null | undefined) => string {
  const locale = useLocale();
  return (text) => text?.[locale] ?? '';
}
