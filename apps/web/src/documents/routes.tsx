import { page } from '../shared/page-route.ts';

export const routes = [
  page('/documents', () => import('./documents-page.tsx')),
  page('/documents/new', () => import('./new-letter-page.tsx')),
  page('/documents/drafts', () => import('./drafts-page.tsx')),
  page('/documents/$id', () => import('./card-page.tsx')),
];
