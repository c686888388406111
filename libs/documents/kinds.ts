import type { Text, Tx } from '#kernel';
import type { Permission } from '#organisation';
import type { Document } from './document.entity.ts';

export type StepAct = 'review' | 'approve' | 'sign' | 'acquaint';

/** What the house knows of a kind of document (the groups are those of Cabinet regulation 558). */
export interface DocumentKind extends Text {
  readonly name: string;
  readonly group:
    'correspondence' | 'submission' | 'order' | 'organisational' | 'contract' | 'fact' | 'financial' | 'personnel';
  readonly direction: 'incoming' | 'outgoing' | 'internal';
  /** Code of the register whose numbers it takes. */
  readonly register: string;
  /** Index of the case it is usually filed in. */
  readonly caseIndex: string;
  /** The acts of its route, in order; people are chosen when the route starts. Empty: it has none. */
  readonly route: readonly StepAct[];
  /** The rule by which its due date is proposed (correspondence/due-rules.ts). */
  readonly dueRule?: string;
  readonly access?: 'open' | 'restricted';
  /** Whoever holds this right in a document's unit works with this kind by office and sees it, restricted ones too (personnel, accounts). */
  readonly readers?: Permission;
  /** Its author may discard a draft of it: nothing else stands on one. */
  readonly isDiscardable?: boolean;
  /** Signed together with its attachments in one ASiC-E container; by default the paper alone is signed, inside its PDF. */
  readonly signedWithAttachments?: boolean;
  /** The other side signs too: the copy with its signatures is taken in after ours (`signing`). */
  readonly isCountersigned?: boolean;
  /** How the system writes its paper; absent when the paper comes from outside. */
  readonly compose?: (tx: Tx, document: Document) => Promise<Paper>;
}

/** A paper to be set: a Typst template, what it is filled with, and the name of the PDF. */
export interface Paper {
  readonly template: string;
  readonly data: object;
  readonly fileName: string;
}

const kinds = new Map<string, DocumentKind>();

/** Declares a kind; numbering, versions, route, signing, search, retention and audit work for it at once. */
export const defineKind = (kind: DocumentKind): DocumentKind => {
  kinds.set(kind.name, kind);
  return kind;
};

export function kindOf(name: string): DocumentKind {
  const kind = kinds.get(name);
  if (!kind) throw new Error(`No document kind called ${name}`);
  return kind;
}

export const allKinds: ReadonlyMap<string, DocumentKind> = kinds;
