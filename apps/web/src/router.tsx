import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { routes as administration } from './administration/routes.tsx';
import { routes as approvals } from './approvals/routes.tsx';
import { routes as archive } from './archive/routes.tsx';
import { routes as council } from './council/routes.tsx';
import { routes as documents } from './documents/routes.tsx';
import { Frame } from './frame/frame.tsx';
import { NotFound, PageFailed, PageLoading } from './frame/page-states.tsx';
import { routes as frame } from './frame/routes.tsx';
import { routes as inbox } from './inbox/routes.tsx';
import { routes as indicators } from './indicators/routes.tsx';
import { routes as intake } from './intake/routes.tsx';
import { routes as invoices } from './invoices/routes.tsx';
import { routes as personnel } from './personnel/routes.tsx';
import { routes as search } from './search/routes.tsx';
import { routes as signing } from './signing/routes.tsx';
import { routes as accessKeys } from './access-keys/routes.tsx';
import { routes as signingMeans } from './signing-means/routes.tsx';
import { routes as trust } from './trust/routes.tsx';
import { connection } from './shared/connection.ts';
import type { PageRoute } from './shared/page-route.ts';

const rooms = [
  inbox,
  intake,
  documents,
  approvals,
  council,
  personnel,
  invoices,
  archive,
  indicators,
  search,
  signing,
  signingMeans,
  accessKeys,
  administration,
  trust,
  frame,
];

/** The code of a page; while the server does not answer, it waits for it instead of failing. */
async function fetchPage(load: PageRoute['load']): ReturnType<PageRoute['load']> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      const answers = await fetch('/health/live', { cache: 'no-store' }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (answers) throw error;
      await connection.untilFound();
    }
  }
}

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const pages = rooms
  .flat()
  .map(({ path, load }) =>
    createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(() => fetchPage(load)) }),
  );

const asText = (search: Record<string, unknown>) => {
  const text = new URLSearchParams(Object.entries(search).map(([name, value]) => [name, String(value)])).toString();
  return text ? `?${text}` : '';
};

export const router = createRouter({
  routeTree: root.addChildren(pages),
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: PageFailed,
  defaultPendingMs: 400,
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: asText,
});
