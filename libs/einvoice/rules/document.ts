import type { Syntax } from '../model/parse-invoice.ts';
import { Refusal } from '../refusal.ts';
import type { Element } from '../xml/element.ts';
import type { Tree } from '../xml/tree.ts';

/** The document under validation: its tree and the facts that several rules need, each worked out once. */
export class Document {
  private readonly facts = new Map<string, unknown>();
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

  once<T>(fact: string, work: () => T): T {
    if (!this.facts.has(fact)) this.facts.set(fact, work());
    return this.facts.get(fact) as T;
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
