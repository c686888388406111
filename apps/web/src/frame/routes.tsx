import { page } from '../shared/page-route.ts';

export const routes = [page('/notifications', () => import('./notifications-page.tsx'))];
