import type { ComponentType } from 'react';

/** A page of a room: its address (`$name` marks a parameter) and the module whose default export shows it. */
export interface PageRoute {
  readonly path: string;
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** `page('/sittings/$id', () => import('./sitting-page.tsx'))`: the code of the page is fetched when it is first opened. */
export const page = (path: string, load: PageRoute['load']): PageRoute => ({ path, load });
