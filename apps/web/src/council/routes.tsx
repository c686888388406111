import { page, type PageRoute } from '../shared/page-route.ts';

export const routes: readonly PageRoute[] = [
  page('/sittings', () => import('./sittings-page.tsx')),
  page('/sittings/drafts', () => import('./drafts-page.tsx')),
  page('/sittings/$id', () => import('./sitting-page.tsx')),
  page('/sittings/$id/console', () => import('./console-page.tsx')),
  page('/sittings/$id/seat', () => import('./seat-page.tsx')),
  page('/sittings/$id/screen', () => import('./screen-page.tsx')),
];
