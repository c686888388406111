import { page } from '../shared/page-route.ts';

export const routes = [page('/administration/signing', () => import('./means-page.tsx'))];
