import { type Decimal, parseDecimal } from '../decimal.ts';
import type { Element } from '../xml/element.ts';
import { normalise } from '../xml/find.ts';
import type { Document } from './document.ts';
import { path } from './path.ts';

/** A value that is no number or date was met; the data-type check names it, rules that need it say nothing. */
export class NotComputable extends Error {}

/** The paths of the business terms seen from one kind of place. */
export type Terms = Record<string, string>;

/** One place of the document at which rules are judged: an invoice, a line, a breakdown row … */
export class Place {
  constructor(
    readonly element: Element,
    readonly document: Document,
    private readonly terms: Terms,
  ) {}

  /** Whether the term is there at all, even empty. */
  has(term: string): boolean {
    return this.isAttribute(term) ? this.values(term).length > 0 : this.elements(term).length > 0;
  }

  /** Whether the term holds more than blanks. */
  filled(term: string): boolean {
    return this.values(term).some((value) => normalise(value) !== '');
  }

  count(term: string): number {
    return this.isAttribute(term) ? this.values(term).length : this.elements(term).length;
  }

  elements(term: string): Element[] {
    const expression = this.pathOf(term);
    const found = path(expression);
    const look = () => found.elements(this.element, this.document);
    return found.isAbsolute ? this.document.once(`elements ${expression}`, look) : look();
  }

  values(term: string): string[] {
    const expression = this.pathOf(term);
    const found = path(expression);
    const look = () => found.values(this.element, this.document);
    return found.isAbsolute ? this.document.once(`values ${expression}`, look) : look();
  }

  /** The text of the first; the empty text when there is none. */
  text(term: string): string {
    return this.values(term)[0] ?? '';
  }

  /** The one number; undefined when the term is absent. */
  number(term: string): Decimal | undefined {
    const found = this.values(term);
    if (found.length > 1) throw new NotComputable(term);
    return found[0] === undefined ? undefined : decimalOf(found[0]);
  }

  numbers(term: string): Decimal[] {
    return this.values(term).map(decimalOf);
  }

  private isAttribute(term: string): boolean {
    return this.pathOf(term).includes('@');
  }

  /** A term of this place; anything that is not a term is a path itself. */
  private pathOf(term: string): string {
    return this.terms[term] ?? term;
  }
}

export function decimalOf(text: string): Decimal {
  const number = parseDecimal(text);
  if (!number) throw new NotComputable(text);
  return number;
}
