import { Element } from '../../xml/element.ts';
import { serialise } from '../../xml/serialise.ts';
import { parseTree } from '../../xml/tree.ts';

/**
 * Small changes of an invoice, written so that an expert reads them beside the rule:
 *   `-cbc:ID`                  the element (or `@attribute`) goes
 *   `cbc:ID = 7`               its text becomes 7; what is missing on the way is made
 *   `cac:Delivery[2]`          the second one; made when there is one
 *   `+cac:InvoiceLine[1]`      the first stands there twice
 *   `//cbc:Percent = 0`        wherever it stands
 * `·` is a blank; several changes are divided by `;`. A change that finds nothing to remove or double is an error.
 */
export function changed(xml: string, changes: string): string {
  const { root } = parseTree(xml);
  for (const change of changes.split(';').map((each) => each.trim())) if (change !== '') apply(root, change);
  return serialise(root);
}

function apply(root: Element, change: string): void {
  if (change.startsWith('-')) return remove(root, change.slice(1));
  if (change.startsWith('+')) return double(root, change.slice(1));
  const [, path, text = ''] = /^(.*?)(?: =(?: (.*))?)?$/s.exec(change)!;
  const written = text.replaceAll('·', ' ');
  for (const target of reach(root, path!, true)) {
    if (target.attribute) (target.element.attributes ??= {})[target.attribute] = written;
    else if (change.includes(' =')) target.element.text = written;
  }
}

function remove(root: Element, path: string): void {
  for (const { element, attribute } of found(root, path)) {
    if (attribute) delete element.attributes![attribute];
    else siblings(element).splice(siblings(element).indexOf(element), 1);
  }
}

function double(root: Element, path: string): void {
  for (const { element } of found(root, path)) {
    siblings(element).splice(siblings(element).indexOf(element), 0, copy(element, element.parent!));
  }
}

const siblings = ({ parent }: Element): Element[] => parent!.children;

function copy({ name, text, attributes, children }: Element, parent: Element): Element {
  const twin = new Element(name, parent);
  twin.text = text;
  twin.attributes = attributes && { ...attributes };
  twin.children.push(...children.map((child) => copy(child, twin)));
  return twin;
}

interface Target {
  element: Element;
  attribute?: string;
}

function found(root: Element, path: string): Target[] {
  const targets = reach(root, path, false).filter(
    ({ element, attribute }) => !attribute || element.attributes?.[attribute] !== undefined,
  );
  if (targets.length === 0) throw new Error(`nothing at ${path}`);
  return targets;
}

function reach(root: Element, path: string, make: boolean): Target[] {
  const steps = path.trim().replace(/^\/\//, '').split('/');
  const attribute = steps.at(-1)!.startsWith('@') ? steps.pop()!.slice(1) : undefined;
  let level = path.trim().startsWith('//') ? everywhere(root, steps.shift()!) : [root];
  for (const step of steps) {
    const [, name, ordinal] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step)!;
    level = level.flatMap((element) => childrenAt(element, name!, ordinal, make));
  }
  return level.map((element) => ({ element, attribute }));
}

function childrenAt(element: Element, name: string, ordinal: string | undefined, make: boolean): Element[] {
  const all = element.children.filter((child) => child.name === name);
  const wanted = ordinal === undefined ? all : all.slice(Number(ordinal) - 1, Number(ordinal));
  if (wanted.length > 0 || !make) return wanted;
  const made = new Element(name, element);
  element.children.push(made);
  return [made];
}

const everywhere = (element: Element, name: string): Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => everywhere(child, name)),
];
