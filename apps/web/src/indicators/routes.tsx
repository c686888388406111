import { page, type PageRoute } from '../shared/page-route.ts';

export const routes: readonly PageRoute[] = [
  page('/indicators', () => import('./indicators-page.tsx')),
  page('/indicators/$code', () => import('./indicator-page.tsx')),
];
