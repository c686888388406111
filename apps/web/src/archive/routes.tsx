import { page, type PageRoute } from '../shared/page-route.ts';

export const routes: readonly PageRoute[] = [
  page('/archive', () => import('./archive-page.tsx')),
  page('/archive/disposal', () => import('./disposal-page.tsx')),
];
