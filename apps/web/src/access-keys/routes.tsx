import { page } from '../shared/page-route.ts';

export const routes = [page('/administration/keys', () => import('./keys-page.tsx'))];
