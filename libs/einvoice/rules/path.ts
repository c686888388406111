import type { Element } from '../xml/element.ts';
import type { Document } from './document.ts';
import { type Condition, conditions } from './conditions.ts';

/**
 * The paths in which places and terms are written, a small part of XPath:
 * `cac:Item/cbc:Name`, `../ram:Reason`, `cbc:ID/@schemeID`, `//ram:TaxPointDate` (anywhere), `/cac:Delivery` (from the
 * root), `a | b`, and a condition by name: `cac:TaxCategory[vat]/cbc:ID`.
 */
export interface Path {
  /** Starts at the root or anywhere, so it reaches the same wherever it is asked from. */
  isAbsolute: boolean;
  elements(from: Element, document: Document): Element[];
  /** The string values: of the elements, or of the attribute that the path ends with. */
  values(from: Element, document: Document): string[];
}

interface Step {
  name: string;
  holds: Condition | undefined;
}

interface Branch {
  start: 'here' | 'root' | 'anywhere';
  steps: Step[];
  attribute: string | undefined;
}

const compiled = new Map<string, Path>();

export function path(expression: string): Path {
  let known = compiled.get(expression);
  if (!known) compiled.set(expression, (known = compile(expression)));
  return known;
}

export const branchesOf = (expression: string): Branch[] => expression.split(' | ').map(parse);

function compile(expression: string): Path {
  const branches = branchesOf(expression);
  const [only] = branches;
  const elements = (from: Element, document: Document): Element[] =>
    branches.length === 1 ? walk(only!, from, document) : branches.flatMap((branch) => walk(branch, from, document));
  return {
    isAbsolute: branches.every(({ start }) => start !== 'here'),
    elements,
    values: (from, document) => branches.flatMap((branch) => read(branch, walk(branch, from, document))),
  };
}

function read({ attribute }: Branch, elements: Element[]): string[] {
  if (attribute === undefined) return elements.map((element) => element.value);
  return elements.flatMap((element) => element.attributes?.[attribute] ?? []);
}

function walk({ start, steps }: Branch, from: Element, document: Document): Element[] {
  let level: readonly Element[] = [start === 'root' ? document.root : from];
  let at = 0;
  if (start === 'anywhere') level = taken(document.every(steps[at]!.name), steps[at++]!.holds);
  for (; at < steps.length && level.length > 0; at++) level = next(level, steps[at]!, document);
  return level as Element[];
}

function next(level: readonly Element[], { name, holds }: Step, document: Document): Element[] {
  const reached: Element[] = [];
  for (const element of level) {
    if (name === '..') {
      if (element.parent) reached.push(element.parent);
    } else if (name === '.') {
      reached.push(element);
    } else {
      document.pay(element.children.length);
      for (const child of element.children) {
        if (child.name === name && (!holds || holds(child))) reached.push(child);
      }
    }
  }
  return reached;
}

const taken = (elements: readonly Element[], holds: Condition | undefined): readonly Element[] =>
  holds ? elements.filter(holds) : elements;

function parse(branch: string): Branch {
  const start = branch.startsWith('//') ? 'anywhere' : branch.startsWith('/') ? 'root' : 'here';
  const parts = branch.replace(/^\/+/, '').split('/').filter(Boolean);
  const last = parts.at(-1);
  const attribute = last?.startsWith('@') ? parts.pop()!.slice(1) : undefined;
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
