import { page } from '../shared/page-route.ts';

export const routes = [page('/search', () => import('./search-page.tsx'))];
