import { page } from '../shared/page-route.ts';

export const routes = [
  page('/administration', () => import('./administration-page.tsx')),
  page('/administration/journal', () => import('./journal-page.tsx')),
];
