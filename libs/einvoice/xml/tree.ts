import { SaxesParser } from 'saxes';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { Element } from './element.ts';
import { nameIn } from './names.ts';

/** A parsed file: the root and every element by its name, in document order. */
export interface Tree {
  root: Element;
  /** How many elements there are. */
  size: number;
  named: Map<string, Element[]>;
  /** The attribute names that occur anywhere. */
  attributes: Set<string>;
}

/** What the prefixes mean at a place, and the names already resolved there. */
interface Scope {
  uris: Record<string, string>;
  names: Record<string, string>;
}

type Attribute = [name: string, value: string];

const xmlUris: Scope['uris'] = { xml: 'http://www.w3.org/XML/1998/namespace', '': '' };

/**
 * Text to tree. A document type is refused outright (no entities, no external files), so are depth and size beyond
 * the limits: hostile files end here in bounded time. Namespaces are resolved here because saxes' own resolution is
 * quadratic in depth.
 */
export function parseTree(text: string): Tree {
  try {
    return parse(text, false);
  } catch (error) {
    // Counting lines costs time, so it is done only when there is an error to place.
    if (error instanceof Refusal && error.code === 'not-well-formed') return parse(text, true);
    throw error;
  }
}

function parse(text: string, position: boolean): Tree {
  const parser = new SaxesParser({ xmlns: false, position });
  const named = new Map<string, Element[]>();
  const seen = new Set<string>();
  const scopes: Scope[] = [{ uris: xmlUris, names: Object.create(null) as Scope['names'] }];
  let root: Element | null = null;
  let open: Element | null = null;
  let depth = 0;
  let count = 0;
  /** The attributes of the tag that is being read. */
  let given: Attribute[] = [];

  parser.on('error', (error) => {
    throw notWellFormed(error.message);
  });
  parser.on('doctype', () => {
    throw new Refusal(
      'doctype',
      'Failā ir dokumenta tipa deklarācija (DTD); drošības dēļ tādu nepieņemam.',
      'The file has a document type declaration (DTD), which is refused for safety.',
    );
  });
  parser.on('attribute', ({ name, value }) => {
    given.push([name, value]);
    if (given.length > limits.attributes) {
      throw tooMuch('too-many-attributes', 'pārāk daudz atribūtu', 'too many attributes');
    }
  });
  parser.on('opentag', ({ name }) => {
    depth += 1;
    count += 1;
    if (depth > limits.depth) throw tooMuch('too-deep', 'pārāk dziļa struktūra', 'too many levels');
    if (count > limits.elements) throw tooMuch('too-many-elements', 'pārāk daudz elementu', 'too many elements');
    const scope = declare(given, scopes.at(-1)!);
    scopes.push(scope);
    const element = new Element((scope.names[name] ??= resolve(name, scope, true)), open);
    if (given.length > 0) {
      element.attributes = resolveAttributes(given, scope, seen);
      given = [];
    }
    if (open) open.children.push(element);
    else root = element;
    open = element;
    const same = named.get(element.name);
    if (same) same.push(element);
    else named.set(element.name, [element]);
  });
  parser.on('text', (chunk) => {
    if (open) open.text += chunk;
  });
  parser.on('cdata', (chunk) => {
    if (open) open.text += chunk;
  });
  parser.on('closetag', () => {
    depth -= 1;
    scopes.pop();
    open = open?.parent ?? null;
  });
  parser.write(text).close();
  if (!root) throw notWellFormed('no root element');
  return { root, named, size: count, attributes: seen };
}

function declare(attributes: readonly Attribute[], outer: Scope): Scope {
  let scope = outer;
  for (const [name, value] of attributes) {
    if (!isDeclaration(name)) continue;
    if (scope === outer) scope = { uris: { ...outer.uris }, names: Object.create(null) as Scope['names'] };
    scope.uris[name.slice(6)] = value;
  }
  return scope;
}

const isDeclaration = (name: string): boolean => name.startsWith('xmlns') && (name.length === 5 || name[5] === ':');

function resolveAttributes(attributes: readonly Attribute[], scope: Scope, seen: Set<string>): Element['attributes'] {
  let resolved: Element['attributes'];
  for (const [name, value] of attributes) {
    if (isDeclaration(name)) continue;
    resolved ??= {};
    const full = name.includes(':') ? resolve(name, scope, false) : name;
    resolved[full] = value;
    seen.add(full);
  }
  return resolved;
}

function resolve(name: string, scope: Scope, isElement: boolean): string {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  if (colon < 0 && !isElement) return name;
  const uri = Object.hasOwn(scope.uris, prefix) ? scope.uris[prefix] : undefined;
  const local = name.slice(colon + 1);
  if (uri === undefined || local === '' || local.includes(':')) throw notWellFormed(`unbound name ${name}`);
  return nameIn(uri, local);
}

const notWellFormed = (detail: string) =>
  new Refusal('not-well-formed', `XML ir bojāts: ${detail}.`, `The XML is not well-formed: ${detail}.`);

const tooMuch = (code: string, lv: string, en: string) =>
  new Refusal(code, `Fails nav nolasāms: ${lv}.`, `The file cannot be read: ${en}.`);
