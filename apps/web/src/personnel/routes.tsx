import type { KindCard } from '../shared/kind-card.ts';
import { page } from '../shared/page-route.ts';

export const routes = [
  page('/personnel', () => import('./personnel-page.tsx')),
  page('/personnel/leave/new', () => import('./leave-form-page.tsx')),
  page('/personnel/trips/new', () => import('./trip-form-page.tsx')),
  page('/personnel/announcements/new', () => import('./announcement-form-page.tsx')),
  page('/personnel/announcements/$id', () => import('./announcement-page.tsx')),
];

export const cards: readonly KindCard[] = [
  { kinds: ['leave-request'], load: () => import('./leave-request-card.tsx') },
  { kinds: ['leave-order', 'trip-order'], load: () => import('./order-card.tsx') },
];
