import type { PageRoute } from '../shared/page-route.ts';

export const routes: readonly PageRoute[] = [];
