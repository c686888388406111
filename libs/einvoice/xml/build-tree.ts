import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { Element } from './element.ts';
import { nameOnce, prefixOf } from './names.ts';

/** A parsed file: the root and every element by its name, in document order. */
export interface Tree {
  root: Element;
  /** How many elements there are. */
  size: number;
  named: Map<string, Element[]>;
  /** The attribute names that occur anywhere. */
  attributes: Set<string>;
}

export type Attribute = readonly [name: string, value: string];

/** What the prefixes mean at a place, and the names already resolved there. */
interface Scope {
  prefixes: ReadonlyMap<string, string>;
  names: Map<string, string>;
}

const outermost: Scope['prefixes'] = new Map([
  ['xml', prefixOf('http://www.w3.org/XML/1998/namespace')],
  ['', ''],
]);

/** Puts a tree together out of tags and texts as they are read, within the limits of depth and size; resolves the namespaces. */
export class TreeBuilder {
  private readonly named = new Map<string, Element[]>();
  private readonly attributes = new Set<string>();
  private readonly scopes: Scope[] = [{ prefixes: outermost, names: new Map() }];
  private root: Element | null = null;
  private open: Element | null = null;
  private size = 0;

  start(name: string, attributes: readonly Attribute[]): void {
    this.size += 1;
    if (this.scopes.length > limits.depth) throw tooMuch('too-deep', 'pārāk dziļa struktūra', 'too many levels');
    if (this.size > limits.elements) throw tooMuch('too-many-elements', 'pārāk daudz elementu', 'too many elements');
    const scope = declare(attributes, this.scopes.at(-1)!);
    this.scopes.push(scope);
    let known = scope.names.get(name);
    if (known === undefined) scope.names.set(name, (known = resolve(name, scope, true)));
    const element = new Element(known, this.open);
    if (attributes.length > 0) element.attributes = this.resolved(attributes, scope);
    if (this.open) this.open.children.push(element);
    else this.root = element;
    this.open = element;
    const same = this.named.get(element.name);
    if (same) same.push(element);
    else this.named.set(element.name, [element]);
  }

  text(chunk: string): void {
    if (this.open) this.open.text += chunk;
  }

  end(): void {
    this.scopes.pop();
    this.open = this.open?.parent ?? null;
  }

  tree(): Tree {
    if (!this.root) throw notWellFormed('no root element');
    return { root: this.root, named: this.named, size: this.size, attributes: this.attributes };
  }

  private resolved(attributes: readonly Attribute[], scope: Scope): Element['attributes'] {
    let resolved: Element['attributes'];
    for (const [name, value] of attributes) {
      if (isDeclaration(name)) continue;
      resolved ??= {};
      const full = name.includes(':') ? resolve(name, scope, false) : name;
      resolved[full] = value;
      this.attributes.add(full);
    }
    return resolved;
  }
}

function declare(attributes: readonly Attribute[], outer: Scope): Scope {
  if (!attributes.some(([name]) => isDeclaration(name))) return outer;
  const prefixes = new Map(outer.prefixes);
  for (const [name, uri] of attributes) if (isDeclaration(name)) prefixes.set(name.slice(6), prefixOf(uri));
  return { prefixes, names: new Map() };
}

const isDeclaration = (name: string): boolean => name.startsWith('xmlns') && (name.length === 5 || name[5] === ':');

function resolve(name: string, { prefixes }: Scope, isElement: boolean): string {
  const colon = name.indexOf(':');
  if (colon < 0 && !isElement) return name;
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const local = name.slice(colon + 1);
  const usual = prefixes.get(prefix);
  if (usual === undefined || local === '' || local.includes(':')) throw notWellFormed(`unbound name ${name}`);
  return nameOnce(name.startsWith(usual) && usual.length === colon + 1 ? name : usual + local);
}

export const notWellFormed = (detail: string) =>
  new Refusal('not-well-formed', `XML ir bojāts: ${detail}.`, `The XML is not well-formed: ${detail}.`);

export const tooMuch = (code: string, lv: string, en: string) =>
  new Refusal(code, `Fails nav nolasāms: ${lv}.`, `The file cannot be read: ${en}.`);
