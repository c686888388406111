import type { Element } from '#einvoice';

/** The name without its namespace: banks send every version of a message, each in a namespace of its own. */
const localName = ({ name }: Element) => name.slice(name.lastIndexOf('}') + 1);

export const all = (from: Element, name: string): Element[] =>
  from.children.filter((child) => localName(child) === name);

/** The first element on a path of local names. */
export function at(from: Element, path: string): Element | undefined {
  return path
    .split('/')
    .reduce<Element | undefined>((element, name) => element?.children.find((child) => localName(child) === name), from);
}

/** Its text without blanks at the ends; null when there is none. */
export const textAt = (from: Element, path: string): string | null => at(from, path)?.value.trim() || null;
