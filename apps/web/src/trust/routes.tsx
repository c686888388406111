import { page } from '../shared/page-route.ts';

export const routes = [page('/administration/trust', () => import('./trust-page.tsx'))];
