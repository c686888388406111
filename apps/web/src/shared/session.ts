import { createContext, useContext } from 'react';
import type { SessionView } from '#organisation/contract';

export const SessionContext = createContext<SessionView | null>(null);

/** The signed-in person, the institution, permissions. */
export function useSession(): SessionView {
  const session = useContext(SessionContext);
  if (!session) throw new Error('No session');
  return session;
}

/** Whether the person holds the permission somewhere; the API decides for each document. */
export function useMay(permission: string): boolean {
  const { permissions } = useSession();
  return permissions.includes('*') || permissions.includes(permission);
}
