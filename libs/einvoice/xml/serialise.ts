import type { Element } from './element.ts';
import { prefixes } from './names.ts';
import { escapeText } from './write.ts';

const uris = new Map(Object.entries(prefixes).map(([uri, prefix]) => [prefix.slice(0, -1), uri]));

/** A branch of a tree as a document of its own, every namespace declared where it is used first. */
export function serialise(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, new Set())}`;
}

function write(element: Element, declared: ReadonlySet<string>): string {
  const known = new Set(declared);
  let head = '';
  const spell = (name: string): string => {
    const [prefix, uri, local] = parts(name);
    if (uri === undefined) return name;
    if (!known.has(prefix)) {
      known.add(prefix);
      head += ` xmlns:${prefix}="${escapeText(uri).replace(/"/g, '&quot;')}"`;
    }
    return `${prefix}:${local}`;
  };
  const name = spell(element.name);
  let attributes = '';
  for (const [key, value] of Object.entries(element.attributes ?? {})) {
    attributes += ` ${spell(key)}="${escapeText(value).replace(/"/g, '&quot;')}"`;
  }
  const inside = escapeText(element.text) + element.children.map((child) => write(child, known)).join('');
  return `<${name}${head}${attributes}>${inside}</${name}>`;
}

function parts(name: string): [prefix: string, uri: string | undefined, local: string] {
  const other = /^\{(.*)\}(.*)$/.exec(name);
  if (other) {
    const uri = other[1]!;
    return uri === 'http://www.w3.org/XML/1998/namespace' ? ['', undefined, name] : [`n${hash(uri)}`, uri, other[2]!];
  }
  const [prefix, local] = name.split(':');
  return local === undefined ? ['', undefined, name] : [prefix!, uris.get(prefix!), local];
}

const hash = (text: string): string =>
  [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)!) >>> 0, 7).toString(36);
