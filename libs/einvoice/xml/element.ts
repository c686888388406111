/** One element of an invoice. Names carry the usual prefix of their namespace (cbc:ID), whatever prefix the sender chose. */
export class Element {
  readonly children: Element[] = [];
  attributes: Record<string, string> | undefined;
  text = '';

  constructor(
    readonly name: string,
    readonly parent: Element | null,
  ) {}

  /** The string value: own text, or that of the whole branch. */
  get value(): string {
    if (this.children.length === 0) return this.text;
    return this.text + this.children.map((child) => child.value).join('');
  }
}

/** XPath-like place of an element, for people: /Invoice/cac:InvoiceLine[2]/cbc:ID */
export function placeOf(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parent) steps.unshift(step(at));
  return `/${steps.join('/')}`;
}

function step(element: Element): string {
  const { name, parent } = element;
  if (!parent) return name;
  return name + (parent.children.length > many ? ordinalsOf(parent).get(element) : ordinalAmong(parent, element));
}

const many = 100;

function ordinalAmong({ children }: Element, element: Element): string {
  const alike = children.filter(({ name }) => name === element.name);
  return alike.length > 1 ? `[${alike.indexOf(element) + 1}]` : '';
}

/** Numbered once for all children: asking for the place of each of 10,000 lines must not cost 10,000 counts. */
const ordinals = new WeakMap<Element, Map<Element, string>>();

function ordinalsOf(parent: Element): Map<Element, string> {
  let known = ordinals.get(parent);
  if (known) return known;
  const total = new Map<string, number>();
  for (const { name } of parent.children) total.set(name, (total.get(name) ?? 0) + 1);
  const seen = new Map<string, number>();
  known = new Map();
  for (const child of parent.children) {
    const ordinal = (seen.get(child.name) ?? 0) + 1;
    seen.set(child.name, ordinal);
    known.set(child, total.get(child.name)! > 1 ? `[${ordinal}]` : '');
  }
  ordinals.set(parent, known);
  return known;
}
