import type { KindCard } from '../shared/kind-card.ts';
import { page } from '../shared/page-route.ts';

export const routes = [
  page('/invoices', () => import('./invoices-page.tsx')),
  page('/invoices/share', () => import('./share-page.tsx')),
  page('/invoices/new/$itemId', () => import('./registration-page.tsx')),
  page('/invoices/$id', () => import('./invoice-page.tsx')),
];

export const cards: readonly KindCard[] = [{ kinds: ['invoice'], load: () => import('./invoice-card.tsx') }];
