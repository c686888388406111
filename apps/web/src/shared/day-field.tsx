import '@mantine/dates/styles.css';
import 'dayjs/locale/lv';
import { DateInput, DatesProvider, type DateInputProps } from '@mantine/dates';
import dayjs from 'dayjs';
import parseFormat from 'dayjs/plugin/customParseFormat';
import { useLocale } from './text.ts';

dayjs.extend(parseFormat);

const FORMATS = ['DD.MM.YYYY.', 'DD.MM.YYYY', 'D.M.YYYY.', 'D.M.YYYY', 'D.M.YY', 'YYYY-MM-DD', 'DDMMYYYY'];

/** A calendar day, value 'YYYY-MM-DD' or null; typed as 21.11.2026. or chosen. */
export function DayField(props: DateInputProps) {
  const locale = useLocale();
  const parse = (text: string) => {
    for (const format of FORMATS) {
      const found = dayjs(text.trim(), format, true);
      if (found.isValid()) return found.format('YYYY-MM-DD');
    }
    return null;
  };
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>
      <DateInput
        valueFormat="DD.MM.YYYY."
        dateParser={parse}
        clearable
        placeholder={locale === 'lv' ? 'dd.mm.gggg.' : 'dd.mm.yyyy.'}
        {...props}
      />
    </DatesProvider>
  );
}
