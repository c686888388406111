import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { DemonstrationAccounts } from '#organisation/contract';
import { get, post } from '../shared/api.ts';
import { ProblemView } from '../shared/page.tsx';
import { queryClient } from '../shared/query.ts';
import { setLocale, useLocale } from '../shared/text.ts';
import './sign-in.css';
import { useText } from './texts.ts';

/** The door. In the demonstration municipality it lists the accounts one may try. */
export function SignIn() {
  const t = useText();
  const locale = useLocale();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);
  const accounts = useQuery({
    queryKey: ['/api/demonstration/accounts'],
    queryFn: () => get<DemonstrationAccounts>('/api/demonstration/accounts').catch(() => null),
    staleTime: Infinity,
  });
  // A configured identity provider answers by sending the browser to it; without one the API says 404.
  const provider = useQuery({
    queryKey: ['/api/session/oidc'],
    queryFn: () =>
      fetch('/api/session/oidc', { redirect: 'manual' }).then(
        ({ type }) => type === 'opaqueredirect',
        () => false,
      ),
    enabled: accounts.isSuccess && !accounts.data?.password,
    staleTime: Infinity,
  });
  useEffect(() => {
    document.title = `${t('title')} – Aprite`;
  }, [t]);
  const signIn = async (credentials: { username: string; password: string }) => {
    setIsBusy(true);
    setProblem(undefined);
    try {
      await post('/api/session', credentials);
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== '/api/session' });
      await queryClient.invalidateQueries({ queryKey: ['/api/session'] });
    } catch (error) {
      setProblem(error);
      passwordField.current?.select();
    } finally {
      setIsBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signIn({ username: username.trim(), password });
  };
  const other = locale === 'lv' ? 'en' : 'lv';
  return (
    <main className="door">
      <div className="door-form">
        <div className="door-name">
          <img src="/icon.svg" alt="" width={36} height={36} />
          <div>
            <strong>Aprite</strong>
            <div className="quiet">{t('tagline')}</div>
          </div>
        </div>
        <h1>{t('title')}</h1>
        {problem !== undefined && <ProblemView error={problem} />}
        <form onSubmit={submit}>
          <TextInput
            label={t('username')}
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
          <PasswordInput
            ref={passwordField}
            mt={12}
            label={t('password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" mt={16} fullWidth loading={isBusy}>
            {t('signIn')}
          </Button>
        </form>
        {provider.data && (
          <Button component="a" href="/api/session/oidc" variant="default" mt={8} fullWidth>
            {t('withProvider')}
          </Button>
        )}
        <p className="meta">{t('help')}</p>
        <Button variant="subtle" size="compact-sm" lang={other} onClick={() => setLocale(other)}>
          {t(other === 'en' ? 'english' : 'latvian')}
        </Button>
      </div>
      {accounts.data?.password && accounts.data.accounts.length > 0 && (
        <section className="door-accounts" aria-label={t('demonstration')}>
          <h2>{t('demonstration')}</h2>
          <p className="quiet">{t('demonstrationHint')}</p>
          <ul>
            {accounts.data.accounts.map((account) => (
              <li key={account.username}>
                <button
                  type="button"
                  onClick={() => void signIn({ username: account.username, password: accounts.data!.password! })}
                >
                  <span>
                    <strong>{account.name}</strong>
                    <span className="quiet">, {account.jobTitle}</span>
                  </span>
                  <code>{account.username}</code>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}
