import { useSession } from '../shared/session.ts';
import { useText } from './texts.ts';

export interface Command {
  title: string;
  to: string;
  isNew?: boolean;
}

/** Everything one can go to or begin, by the person's permissions; the palette and the "new" menu read it. */
export function useCommands(): Command[] {
  const t = useText();
  const { permissions } = useSession();
  const may = (...words: string[]) => permissions.includes('*') || words.some((word) => permissions.includes(word));
  const all: (Command | false)[] = [
    may('register documents') && { title: t('newLetter'), to: '/intake?new=1', isNew: true },
    may('draft') && { title: t('newOutgoing'), to: '/documents/new', isNew: true },
    may('draft') && { title: t('newStatement'), to: '/documents/new?kind=statement', isNew: true },
    may('draft') && { title: t('newContract'), to: '/contracts/new', isNew: true },
    may('request leave') && { title: t('newLeave'), to: '/personnel/leave/new', isNew: true },
    may('run sittings') && { title: t('newSitting'), to: '/sittings/new', isNew: true },
    { title: t('inbox'), to: '/' },
    may('register documents') && { title: t('intake'), to: '/intake' },
    { title: t('documents'), to: '/documents' },
    { title: t('myDrafts'), to: '/documents/drafts' },
    { title: t('approvals'), to: '/approvals' },
    { title: t('sittings'), to: '/sittings' },
    may('manage personnel', 'request leave', 'resolve', 'sign') && { title: t('personnel'), to: '/personnel' },
    may('handle invoices', 'approve payments', 'resolve') && { title: t('invoices'), to: '/invoices' },
    may('draft') && { title: t('contracts'), to: '/contracts' },
    may('manage archive', 'file documents') && { title: t('archive'), to: '/archive' },
    may('see indicators') && { title: t('indicators'), to: '/indicators' },
    may('administer', 'audit') && { title: t('administration'), to: '/administration' },
    { title: t('byEmail'), to: '/notifications' },
  ];
  return all.filter((command): command is Command => Boolean(command));
}
