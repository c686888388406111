import type { ComponentType } from 'react';
import type { DocumentCard } from '#documents/contract';

/** A room's own part of the common card, shown on the place "Dati" for its kinds of documents. */
export interface KindCard {
  readonly kinds: readonly string[];
  readonly load: () => Promise<{ default: ComponentType<{ card: DocumentCard }> }>;
}
