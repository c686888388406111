import { page } from '../shared/page-route.ts';

export const routes = [page('/', () => import('./inbox-page.tsx'))];
