import { Button, PasswordInput } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { MIN_PASSWORD } from '#organisation/contract';
import { ProblemError, post } from '../shared/api.ts';
import { Notice, ProblemView } from '../shared/page.tsx';
import './sign-in.css';
import { useText } from './texts.ts';

export const CHOOSE_PASSWORD = '/choose-password';

/** Whoever holds a one-time link chooses a password; the token stands after `#` and reaches no log. */
export function ChoosePassword() {
  const t = useText();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [isDone, setIsDone] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  useEffect(() => {
    document.title = `${t('choosePassword')} – Aprite`;
  }, [t]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    setProblem(undefined);
    try {
      await post('/api/password', { token: window.location.hash.slice(1), password });
      setIsDone(true);
    } catch (error) {
      setProblem(error);
    } finally {
      setIsBusy(false);
    }
  };
  const wrong = problem instanceof ProblemError ? problem.problem.errors?.[0]?.detail : undefined;
  return (
    <main className="door">
      <div className="door-form">
        <h1>{t('choosePassword')}</h1>
        {isDone ? (
          <Notice tone="good" role="status" title={t('passwordChosen')}>
            <p>
              <a href="/">{t('toSignIn')}</a>
            </p>
          </Notice>
        ) : (
          <form onSubmit={(event) => void submit(event)} noValidate>
            {problem !== undefined && !wrong && <ProblemView error={problem} />}
            <PasswordInput
              label={t('newPassword')}
              description={t('passwordHint', { count: MIN_PASSWORD })}
              autoComplete="new-password"
              autoFocus
              error={wrong}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" mt={16} fullWidth loading={isBusy}>
              {t('savePassword')}
            </Button>
          </form>
        )}
      </div>
    </main>
  );
}
