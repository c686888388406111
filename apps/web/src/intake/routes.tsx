import { page } from '../shared/page-route.ts';

export const routes = [
  page('/intake', () => import('./intake-page.tsx')),
  page('/intake/$id', () => import('./item-page.tsx')),
];
