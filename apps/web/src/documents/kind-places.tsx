import { lazy, Suspense, useMemo } from 'react';
import type { DocumentCard } from '#documents/contract';
import * as archive from '../archive/routes.tsx';
import * as council from '../council/routes.tsx';
import * as invoices from '../invoices/routes.tsx';
import * as personnel from '../personnel/routes.tsx';
import type { KindCard } from '../shared/kind-card.ts';
import { Loading } from '../shared/page.tsx';

const rooms: object[] = [archive, council, invoices, personnel];
const cards = rooms.flatMap((room) => ('cards' in room ? (room.cards as readonly KindCard[]) : []));

/** What the document's room adds to the card; nothing when the room adds nothing. */
export function KindPlace({ card }: { card: DocumentCard }) {
  const found = cards.find(({ kinds }) => kinds.includes(card.kind));
  const Place = useMemo(() => (found ? lazy(found.load) : undefined), [found]);
  return Place ? (
    <Suspense fallback={<Loading />}>
      <Place card={card} />
    </Suspense>
  ) : null;
}
