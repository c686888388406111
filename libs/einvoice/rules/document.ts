import { type Decimal, parseDecimal } from '../decimal.ts';
import type { Syntax } from '../model/parse-invoice.ts';
import { Refusal } from '../refusal.ts';
import type { Element } from '../xml/element.ts';
import type { Tree } from '../xml/tree.ts';

/** The document under validation: its tree and the facts that several rules need, each worked out once. */
export class Document {
  /** What was named as standing twice (repeated.ts). */
  readonly repeated = new Set<Element>();
  private readonly facts = new Map<unknown, unknown>();
  private readonly factsOf = new Map<string, Map<unknown, unknown>>();
  private readonly decimals = new Map<string, Decimal | undefined>();
  private budget: number;

  constructor(
    readonly tree: Tree,
    readonly syntax: Syntax,
  ) {
    this.budget = 20_000_000 + 300 * tree.size;
  }

  get root(): Element {
    return this.tree.root;
  }

  /** Every element of a name, anywhere, in document order. */
  every(name: string): readonly Element[] {
    return this.tree.named.get(name) ?? none;
  }

  /** The fact under a name of its own (or a path), worked out at the first question. */
  once<T>(fact: unknown, work: () => T): T {
    return atFirst(this.facts, fact, work);
  }

  /** The same for a fact that there is of many things: the total of a path. */
  onceOf<T>(fact: string, thing: unknown, work: () => T): T {
    let known = this.factsOf.get(fact);
    if (!known) this.factsOf.set(fact, (known = new Map()));
    return atFirst(known, thing, work);
  }

  /** The number a text stands for; invoices repeat the same few texts. */
  decimal(text: string): Decimal | undefined {
    let known = this.decimals.get(text);
    if (known === undefined && !this.decimals.has(text)) this.decimals.set(text, (known = parseDecimal(text)));
    return known;
  }

  /** Each look at a child is paid for; a file made to cost more than any invoice does is refused. */
  pay(steps: number): void {
    this.budget -= steps;
    if (this.budget < 0) {
      throw new Refusal(
        'too-costly',
        'Failu nevar pārbaudīt saprātīgā laikā.',
        'The file cannot be checked in reasonable time.',
      );
    }
  }
}

const none: readonly Element[] = [];

function atFirst<T>(known: Map<unknown, unknown>, key: unknown, work: () => T): T {
  const before = known.get(key);
  if (before !== undefined || known.has(key)) return before as T;
  const found = work();
  known.set(key, found);
  return found;
}
