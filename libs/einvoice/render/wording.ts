import type { Period } from '../model/invoice.ts';
import { shownAmount, shownDate, shownNumber } from './format.ts';
import { type Locale, words } from './words.ts';

/** Words, numbers and dates in the reader's language. */
export class Wording {
  constructor(protected readonly locale: Locale) {}

  protected word(key: keyof typeof words): string {
    return words[key][this.locale];
  }

  protected number(text: string | undefined): string | undefined {
    return shownNumber(text, this.locale);
  }

  protected amount(text: string | undefined): string | undefined {
    return shownAmount(text, this.locale);
  }

  protected date(text: string | undefined): string | undefined {
    return shownDate(text, this.locale);
  }

  protected period({ start, end }: Period): string {
    return `${this.date(start) ?? ''}–${this.date(end) ?? ''}`;
  }
}
