import type { KindCard } from '../shared/kind-card.ts';
import { page } from '../shared/page-route.ts';

export const routes = [
  page('/invoices', () => import('./invoices-page.tsx')),
  page('/invoices/share', () => import('./share-page.tsx')),
  page('/invoices/payments', () => import('./payments-page.tsx')),
  page('/invoices/order', () => import('./order-page.tsx')),
  page('/contracts', () => import('./contracts-page.tsx')),
  page('/contracts/new', () => import('./contract-form.tsx')),
  page('/contracts/$id', () => import('./contract-page.tsx')),
  page('/contracts/$id/change', () => import('./contract-form.tsx')),
  page('/invoices/new/$itemId', () => import('./registration-page.tsx')),
  page('/invoices/$id', () => import('./invoice-page.tsx')),
];

export const cards: readonly KindCard[] = [
  {
    kinds: ['invoice', 'advance-report', 'acceptance-act', 'payment-document'],
    load: () => import('./invoice-card.tsx'),
  },
  { kinds: ['contract'], load: () => import('./contract-card.tsx') },
];
