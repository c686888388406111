import { page } from '../shared/page-route.ts';

export const routes = [
  page('/signing/return', () => import('./return-page.tsx')),
  page('/signing/$id', () => import('./signing-page.tsx')),
];
