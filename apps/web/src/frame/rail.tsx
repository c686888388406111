import {
  IconArchive,
  IconBuildingCommunity,
  IconChartBar,
  IconFiles,
  IconInbox,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconMailbox,
  IconReceipt,
  IconSettings,
  IconSignature,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { InboxItem } from '#approval/contract';
import { Link, usePathname } from '../shared/navigation.tsx';
import { useGet } from '../shared/query.ts';
import { useSession } from '../shared/session.ts';
import { useUnregistered } from '../shared/unregistered.ts';
import { useText } from './texts.ts';

type Name =
  | 'inbox'
  | 'intake'
  | 'documents'
  | 'approvals'
  | 'sittings'
  | 'personnel'
  | 'invoices'
  | 'archive'
  | 'indicators'
  | 'administration';

interface Place {
  name: Name;
  to: string;
  also?: string[];
  icon: Icon;
  /** Any of these permissions opens it; none means everybody. */
  may?: string[];
}

const PLACES: Place[] = [
  { name: 'inbox', to: '/', icon: IconInbox },
  { name: 'intake', to: '/intake', icon: IconMailbox, may: ['register documents'] },
  { name: 'documents', to: '/documents', icon: IconFiles },
  { name: 'approvals', to: '/approvals', icon: IconSignature },
  { name: 'sittings', to: '/sittings', icon: IconBuildingCommunity },
  {
    name: 'personnel',
    to: '/personnel',
    icon: IconUsers,
    may: ['manage personnel', 'request leave', 'resolve', 'sign'],
  },
  {
    name: 'invoices',
    to: '/invoices',
    also: ['/contracts'],
    icon: IconReceipt,
    may: ['handle invoices', 'approve payments', 'resolve'],
  },
  { name: 'archive', to: '/archive', icon: IconArchive, may: ['manage archive', 'file documents'] },
  { name: 'indicators', to: '/indicators', icon: IconChartBar, may: ['see indicators'] },
  { name: 'administration', to: '/administration', icon: IconSettings, may: ['administer', 'audit'] },
];

const isAt = (pathname: string, { to, also = [] }: Place) =>
  to === '/' ? pathname === '/' : [to, ...also].some((start) => pathname === start || pathname.startsWith(`${start}/`));

export function Rail({ isNarrow, onToggle }: { isNarrow: boolean; onToggle: () => void }) {
  const t = useText();
  const pathname = usePathname();
  const { permissions } = useSession();
  const inbox = useGet<InboxItem[]>('/api/inbox', { fresh: 30_000 });
  const waiting: Partial<Record<Name, number>> = { inbox: inbox.data?.length ?? 0, intake: useUnregistered() };
  const mayOpen = ({ may }: Place) =>
    !may || permissions.includes('*') || may.some((word) => permissions.includes(word));
  const Toggle = isNarrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className="rail" aria-label={t('mainMenu')}>
      <Link to="/" className="rail-name" aria-label={t('home')}>
        <img src="/icon.svg" alt="" />
        <span className="rail-text">Aprite</span>
      </Link>
      {PLACES.filter(mayOpen).map((place) => (
        <Link
          key={place.name}
          to={place.to}
          className="rail-link"
          aria-current={isAt(pathname, place) ? 'page' : undefined}
          title={isNarrow ? t(place.name) : undefined}
        >
          <place.icon size={20} stroke={1.6} aria-hidden />
          <span className="rail-text">{t(place.name)}</span>
          {Boolean(waiting[place.name]) && <span className="rail-count">{waiting[place.name]}</span>}
        </Link>
      ))}
      <button
        type="button"
        className="rail-link rail-foot"
        style={{ border: 0, background: 'none', font: 'inherit', cursor: 'pointer' }}
        onClick={onToggle}
        aria-label={t(isNarrow ? 'expand' : 'collapse')}
      >
        <Toggle size={20} stroke={1.6} aria-hidden />
        <span className="rail-text quiet">{t('collapse')}</span>
      </button>
    </nav>
  );
}
