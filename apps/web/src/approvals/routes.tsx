import { page } from '../shared/page-route.ts';

export const routes = [page('/approvals', () => import('../inbox/approvals-page.tsx'))];
