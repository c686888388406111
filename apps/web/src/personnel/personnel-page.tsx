import { Button, Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link, useQueryText } from '../shared/navigation.tsx';
import { Loading, Page } from '../shared/page.tsx';
import { useMay } from '../shared/session.ts';
import { AnnouncementsPlace } from './announcements-place.tsx';
import { MinePlace } from './mine-place.tsx';
import { AcquaintancesPlace, BalancesPlace, TrainingsPlace } from './office-places.tsx';
import { OrdersPlace } from './orders-place.tsx';
import { RequestsPlace } from './requests-place.tsx';
import { useText } from './texts.ts';

// Charts are heavy: fetched only when somebody looks at figures.
const FiguresPlace = lazy(() => import('./figures-place.tsx'));

/** Personnel: what is mine first, then what the office and heads see. */
export default function PersonnelPage() {
  const t = useText();
  const [query, change] = useQueryText();
  const isOffice = useMay('manage personnel');
  const isHead = useMay('resolve');
  const measures = useMay('see indicators');
  const mayAsk = useMay('request leave');
  const places = [
    ['mine', true, MinePlace],
    ['requests', isOffice || isHead, RequestsPlace],
    ['orders', isOffice || isHead, OrdersPlace],
    ['announcements', true, AnnouncementsPlace],
    ['acquaintances', isOffice, AcquaintancesPlace],
    ['balances', isOffice, BalancesPlace],
    ['trainings', isOffice, TrainingsPlace],
    ['figures', isOffice || measures, FiguresPlace],
  ] as const;
  const shown = places.filter(([, isOpen]) => isOpen);
  const place = shown.find(([name]) => name === query['place'])?.[0] ?? 'mine';
  return (
    <Page
      title={t('title')}
      actions={
        <>
          {mayAsk && (
            <Button component={Link} to="/personnel/leave/new">
              {t('askLeave')}
            </Button>
          )}
          {isOffice && (
            <>
              <Button component={Link} to="/personnel/trips/new" variant="default">
                {t('newTrip')}
              </Button>
              <Button component={Link} to="/personnel/announcements/new" variant="default">
                {t('newAnnouncement')}
              </Button>
            </>
          )}
        </>
      }
    >
      <Tabs value={place} onChange={(value) => change({ place: value === 'mine' ? null : value })} keepMounted={false}>
        <Tabs.List aria-label={t('places')}>
          {shown.map(([name]) => (
            <Tabs.Tab key={name} value={name}>
              {t(`place.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map(([name, , Place]) => (
          <Tabs.Panel key={name} value={name}>
            <Suspense fallback={<Loading />}>
              <Place />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
