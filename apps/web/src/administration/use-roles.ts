import type { RoleView } from '#organisation/contract';
import { useSettledList } from '../shared/query.ts';
import { useLocale } from '../shared/text.ts';

/** The roles of the house in the reader's language. */
export function useRoles() {
  const { data = [] } = useSettledList<RoleView[]>('/api/roles');
  const locale = useLocale();
  return { roles: data, roleName: (name: string) => data.find((role) => role.name === name)?.[locale] ?? name };
}
