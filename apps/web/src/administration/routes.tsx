import { page } from '../shared/page-route.ts';

export const routes = [
  page('/administration', () => import('./administration-page.tsx')),
  page('/administration/people/new', () => import('./new-person-page.tsx')),
  page('/administration/people/$id', () => import('./person-page.tsx')),
  page('/administration/units/new', () => import('./new-unit-page.tsx')),
  page('/administration/units/$id', () => import('./unit-page.tsx')),
  page('/administration/journal', () => import('./journal-page.tsx')),
];
