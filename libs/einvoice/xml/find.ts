import type { Element } from './element.ts';

const steps = new Map<string, string[]>();

function stepsOf(path: string): string[] {
  let known = steps.get(path);
  if (!known) steps.set(path, (known = path.split('/')));
  return known;
}

/** Elements reached by child steps: find(line, 'cac:Item/cbc:Name'). `..` is the parent, `.` the element itself. */
export function find(from: Element, path: string): Element[] {
  const names = stepsOf(path);
  let level: Element[] = [from];
  for (const name of names) {
    const next: Element[] = [];
    for (const element of level) {
      if (name === '..') {
        if (element.parent) next.push(element.parent);
      } else if (name === '.') {
        next.push(element);
      } else {
        for (const child of element.children) if (child.name === name) next.push(child);
      }
    }
    if (next.length === 0) return next;
    level = next;
  }
  return level;
}

/** The first element on a path, without building lists. */
export function first(from: Element, path: string): Element | undefined {
  return walk(from, stepsOf(path), 0);
}

function walk(from: Element, names: string[], at: number): Element | undefined {
  if (at === names.length) return from;
  const name = names[at]!;
  if (name === '.') return walk(from, names, at + 1);
  if (name === '..') return from.parent ? walk(from.parent, names, at + 1) : undefined;
  for (const child of from.children) {
    if (child.name !== name) continue;
    const found = walk(child, names, at + 1);
    if (found) return found;
  }
  return undefined;
}

/** XPath normalize-space: only the four XML blanks count. */
export const normalise = (text: string): string =>
  blanks.test(text) ? text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '') : text;

const blanks = /[\t\r\n]|^ | $| {2}/;
