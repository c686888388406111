import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import type { SessionView } from '#organisation/contract';
import { get, ProblemError, useToken, whenSignedOut } from './shared/api.ts';
import { keepDensity } from './shared/density.ts';
import { Loading, ProblemView } from './shared/page.tsx';
import { queryClient } from './shared/query.ts';
import { SessionContext } from './shared/session.ts';
import { setLocale, useLocale, type Locale } from './shared/text.ts';
import { CHOOSE_PASSWORD, ChoosePassword } from './sign-in/choose-password.tsx';
import { SignIn } from './sign-in/sign-in.tsx';
import { router } from './router.tsx';
import { resolver, themeOf } from './theme.ts';

setLocale((localStorage.getItem('aprite.locale') as Locale | null) ?? 'lv');
keepDensity();
whenSignedOut(() => queryClient.setQueryData(['/api/session'], null));

/** The session, or null when nobody is signed in. */
async function readSession(): Promise<SessionView | null> {
  try {
    const session = await get<SessionView>('/api/session');
    useToken(session.csrfToken);
    return session;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 401) return null;
    throw error;
  }
}

export function Application() {
  const locale = useLocale();
  const theme = useMemo(() => themeOf(locale), [locale]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" limit={4} />
        <Door />
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** A one-time link opens for anybody; everything else needs a session. */
const Door = () => (window.location.pathname === CHOOSE_PASSWORD ? <ChoosePassword /> : <House />);

function House() {
  const session = useQuery({ queryKey: ['/api/session'], queryFn: readSession, staleTime: 60_000, retry: 2 });
  const locale = session.data?.locale;
  useEffect(() => {
    if (locale) setLocale(locale);
  }, [locale]);
  if (session.data === undefined)
    return session.isError ? (
      <main className="page">
        <ProblemView error={session.error} again={() => void session.refetch()} />
      </main>
    ) : (
      <Loading />
    );
  if (session.data === null) return <SignIn />;
  return (
    <SessionContext value={session.data}>
      <RouterProvider router={router} />
    </SessionContext>
  );
}
