import type { Decimal } from '../decimal.ts';
import type { Element } from '../xml/element.ts';
import { normalise } from '../xml/find.ts';
import type { Document } from './document.ts';
import { type Path, path } from './path.ts';

/**
 * A value that is no number or date was met, or two where the rules read one; rules that need it say nothing. The data-type
 * check names the first; what stands twice goes along.
 */
export class NotComputable extends Error {
  constructor(
    what: string,
    readonly repeated?: Element,
  ) {
    super(what);
  }
}

/** The paths of the business terms seen from one kind of place. */
export type Terms = Record<string, string>;

/** The same, compiled when first asked for. */
export class CompiledTerms {
  private readonly paths = new Map<string, Path>();

  constructor(private readonly terms: Terms) {}

  /** A term of this place; anything that is not a term is a path itself. */
  path(term: string): Path {
    let known = this.paths.get(term);
    if (!known) this.paths.set(term, (known = path(this.terms[term] ?? term)));
    return known;
  }
}

/** One place of the document at which rules are judged: an invoice, a line, a breakdown row … */
export class Place {
  constructor(
    readonly element: Element,
    readonly document: Document,
    private readonly terms: CompiledTerms,
  ) {}

  /** Whether the term is there at all, even empty. */
  has(term: string): boolean {
    return this.terms.path(term).exists(this.element, this.document);
  }

  /** Whether the term holds more than blanks. */
  filled(term: string): boolean {
    const first = this.terms.path(term).first(this.element, this.document);
    if (first === undefined) return false;
    return normalise(first) !== '' || this.values(term).some((value) => normalise(value) !== '');
  }

  count(term: string): number {
    return this.terms.path(term).count(this.element, this.document);
  }

  elements(term: string): Element[] {
    return this.terms.path(term).elements(this.element, this.document);
  }

  values(term: string): string[] {
    return this.terms.path(term).values(this.element, this.document);
  }

  /** The text of the first; the empty text when there is none. */
  text(term: string): string {
    return this.terms.path(term).first(this.element, this.document) ?? '';
  }

  /** The one number; undefined when the term is absent. */
  number(term: string): Decimal | undefined {
    const found = this.values(term);
    if (found.length > 1) throw new NotComputable(term, this.elements(term)[1]);
    return found[0] === undefined ? undefined : decimalOf(found[0], this.document);
  }

  /** The first number, for the rules that read only it; undefined when there is none. */
  first(term: string): Decimal | undefined {
    const first = this.terms.path(term).first(this.element, this.document);
    return first === undefined ? undefined : decimalOf(first, this.document);
  }

  numbers(term: string): Decimal[] {
    return this.values(term).map((text) => decimalOf(text, this.document));
  }

  /** The same as binary fractions; -0.00 is minus zero there. */
  doubles(term: string): number[] {
    return this.values(term).map((text) => doubleOf(text, this.document));
  }

  /** -1, 0 or 1 for each number. Written -0.00 it is below zero: so compares Saxon, whose verdicts are the official ones. */
  signs(term: string): number[] {
    return this.values(term).map((text) => {
      const number = doubleOf(text, this.document);
      if (number === 0) return minusWithPoint.test(text) ? -1 : 0;
      return number < 0 ? -1 : 1;
    });
  }
}

const minusWithPoint = /-.*\./;

export function decimalOf(text: string, document: Document): Decimal {
  const number = document.decimal(text);
  if (!number) throw new NotComputable(text);
  return number;
}

/** The number as the rules that compute in binary fractions read it, which know 1e2 and INF too. */
export function doubleOf(text: string, document: Document): number {
  if (!document.decimal(text) && !lexicalDouble.test(text)) throw new NotComputable(text);
  return Number(text.replace('INF', 'Infinity'));
}

const lexicalDouble = /^[ \t\r\n]*(?:[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|-?INF|NaN)[ \t\r\n]*$/;
