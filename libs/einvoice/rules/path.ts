import type { Element } from '../xml/element.ts';
import { type Condition, conditions } from './conditions.ts';
import type { Document } from './document.ts';

/**
 * The paths in which places and terms are written, a small part of XPath:
 * `cac:Item/cbc:Name`, `../ram:Reason`, `cbc:ID/@schemeID`, `cbc:ID/text()` (without the text of elements inside),
 * `//ram:TaxPointDate` (anywhere), `/cac:Delivery` (from the root), `a | b`, and a condition by name:
 * `cac:TaxCategory[vat]/cbc:ID`.
 */
export class Path {
  /** Starts at the root or anywhere, so it reaches the same wherever it is asked from. */
  readonly isAbsolute: boolean;
  private readonly branches: Branch[];

  constructor(readonly expression: string) {
    this.branches = branchesOf(expression);
    this.isAbsolute = this.branches.every(({ start }) => start !== 'here');
  }

  /** The elements reached; of a path to an attribute or text, those that would carry it. */
  elements(from: Element, document: Document): Element[] {
    if (this.isAbsolute) return document.once(this, () => this.reach(from, document));
    return this.reach(from, document);
  }

  /** The string values: of the elements, or of the attribute that the path ends with. */
  values(from: Element, document: Document): string[] {
    const values: string[] = [];
    const [only] = this.branches;
    if (this.branches.length === 1) {
      collect(this.elements(from, document), only!, values);
    } else {
      for (const branch of this.branches) collect(reach(branch, from, document), branch, values);
    }
    return values;
  }

  /** How many values there are. */
  count(from: Element, document: Document): number {
    const [only] = this.branches;
    if (this.branches.length > 1 || only!.attribute !== undefined) return this.values(from, document).length;
    return this.elements(from, document).length;
  }

  /** Whether there is such an element or attribute; no text is put together for the answer. */
  exists(from: Element, document: Document): boolean {
    return this.branches.some((branch) => this.seek(branch, from, document) !== undefined);
  }

  /** The first value, without gathering the others. */
  first(from: Element, document: Document): string | undefined {
    for (const branch of this.branches) {
      const found = this.seek(branch, from, document);
      if (found !== undefined) return valueOf(found, branch);
    }
    return undefined;
  }

  private seek(branch: Branch, from: Element, document: Document): Element | undefined {
    if (branch.start === 'here') return seek(branch, from, 0, document);
    const { attribute } = branch;
    const reached = this.branches.length === 1 ? this.elements(from, document) : reach(branch, from, document);
    return attribute === undefined ? reached[0] : reached.find((element) => carried(element, attribute) !== undefined);
  }

  private reach(from: Element, document: Document): Element[] {
    const reached: Element[] = [];
    for (const branch of this.branches) reach(branch, from, document, reached);
    return reached;
  }
}

interface Step {
  name: string;
  holds: Condition | undefined;
}

export interface Branch {
  start: 'here' | 'root' | 'anywhere';
  steps: Step[];
  /** What of the element is meant when not the whole: an attribute, or `text()`. */
  attribute: string | undefined;
}

const compiled = new Map<string, Path>();

export function path(expression: string): Path {
  let known = compiled.get(expression);
  if (!known) compiled.set(expression, (known = new Path(expression)));
  return known;
}

export const branchesOf = (expression: string): Branch[] => expression.split(' | ').map(parse);

const ownText = 'text()';

const carried = ({ text, attributes }: Element, attribute: string): string | undefined =>
  attribute === ownText ? text || undefined : attributes?.[attribute];

const valueOf = (element: Element, { attribute }: Branch): string | undefined =>
  attribute === undefined ? element.value : carried(element, attribute);

function collect(elements: Element[], branch: Branch, values: string[]): void {
  for (const element of elements) {
    const value = valueOf(element, branch);
    if (value !== undefined) values.push(value);
  }
}

/** Depth first: the element at the end of the first way through. */
function seek(branch: Branch, from: Element, at: number, document: Document): Element | undefined {
  const { steps, attribute } = branch;
  if (at === steps.length) return attribute === undefined || carried(from, attribute) !== undefined ? from : undefined;
  const { name, holds } = steps[at]!;
  if (name === '..') return from.parent ? seek(branch, from.parent, at + 1, document) : undefined;
  if (name === '.') return seek(branch, from, at + 1, document);
  const { children } = from;
  document.pay(children.length);
  for (const child of children) {
    if (child.name !== name || (holds && !holds(child))) continue;
    const found = seek(branch, child, at + 1, document);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** All elements at the end, in document order. */
function reach({ start, steps }: Branch, from: Element, document: Document, reached: Element[] = []): Element[] {
  const [first] = steps;
  if (start === 'anywhere' && first) {
    for (const element of document.every(first.name)) {
      if (!first.holds || first.holds(element)) gather(steps, 1, element, document, reached);
    }
  } else {
    gather(steps, 0, start === 'root' ? document.root : from, document, reached);
  }
  return reached;
}

function gather(steps: readonly Step[], at: number, from: Element, document: Document, reached: Element[]): void {
  if (at === steps.length) {
    reached.push(from);
    return;
  }
  const { name, holds } = steps[at]!;
  if (name === '..') {
    if (from.parent) gather(steps, at + 1, from.parent, document, reached);
  } else if (name === '.') {
    gather(steps, at + 1, from, document, reached);
  } else {
    const { children } = from;
    document.pay(children.length);
    for (const child of children) {
      if (child.name === name && (!holds || holds(child))) gather(steps, at + 1, child, document, reached);
    }
  }
}

function parse(branch: string): Branch {
  const start = branch.startsWith('//') ? 'anywhere' : branch.startsWith('/') ? 'root' : 'here';
  const parts = branch.replace(/^\/+/, '').split('/').filter(Boolean);
  const last = parts.at(-1);
  const attribute = last?.startsWith('@') || last === ownText ? parts.pop()!.replace('@', '') : undefined;
  return { start, attribute, steps: parts.map(step) };
}

function step(part: string): Step {
  const [, name, condition] = /^([^[]+)(?:\[(.+)\])?$/.exec(part)!;
  return { name: name!, holds: condition === undefined ? undefined : conditionOf(condition) };
}

function conditionOf(name: string): Condition {
  const known = conditions[name];
  if (!known) throw new Error(`no condition called ${name}`);
  return known;
}
