import { Button, Loader } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { ConnectionLost, ProblemError } from './api.ts';
import { daysLeft, day } from './format.ts';
import { useSharedText } from './texts.ts';

/** A page: its title (the one h1, and the window's title), what can be done, its contents. */
export function Page({
  title,
  sub,
  actions,
  children,
}: {
  title: string;
  sub?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} – Aprite`;
  }, [title]);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {sub && <div className="quiet">{sub}</div>}
        </div>
        {actions && <div className="acts">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function Section({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="section" aria-label={title}>
      <div className="section-head">
        <h2>{title}</h2>
        {actions && <div className="acts">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

/** Names and values; what is empty is left out. */
export function Facts({ of }: { of: [name: string, value: ReactNode][] }) {
  return (
    <dl className="facts">
      {of
        .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
        .map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

export function Empty({ title, children }: { title?: string; children?: ReactNode }) {
  const t = useSharedText();
  return (
    <div className="empty">
      <strong>{title ?? t('nothingHere')}</strong>
      {children}
    </div>
  );
}

export type Tone = 'good' | 'warn' | 'bad' | 'accent' | 'plain';

/** A state in words; the tone only supports them. */
export const StateMark = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <span className="state" data-tone={tone}>
    {children}
  </span>
);

export const Notice = ({
  tone,
  title,
  children,
  role,
}: {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  role?: 'alert' | 'status';
}) => (
  <div className="notice" data-tone={tone} role={role}>
    {title && <strong>{title}</strong>}
    {children}
  </div>
);

/** A due date; when it is near or past, the words say so. `isBrief`: in a dense column the words are on hover and for the ear. */
export function Due({ on, isDone, isBrief }: { on: string | null | undefined; isDone?: boolean; isBrief?: boolean }) {
  const t = useSharedText();
  if (!on) return <span className="quiet">–</span>;
  const left = daysLeft(on);
  if (isDone || left > 1) return <span className="figures">{day(on)}</span>;
  const words = left < 0 ? t('overdue', { count: -left }) : left === 0 ? t('dueToday') : t('dueTomorrow');
  const tone = left < 0 ? 'bad' : 'warn';
  if (isBrief)
    return (
      <span className="figures" title={words}>
        <StateMark tone={tone}>
          <span aria-hidden>!</span> {day(on)}
        </StateMark>
        <span className="unseen">{words}</span>
      </span>
    );
  return (
    <span className="figures">
      {day(on)} <StateMark tone={tone}>{words}</StateMark>
    </span>
  );
}

export function Loading() {
  const t = useSharedText();
  return (
    <div className="empty" role="status">
      <Loader size="sm" type="dots" aria-hidden /> <div>{t('loading')}</div>
    </div>
  );
}

/** Bad news plainly: what happened, what to do now, who can help. */
export function ProblemView({ error, again }: { error: unknown; again?: () => void }) {
  const t = useSharedText();
  const isLost = error instanceof ConnectionLost;
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return (
    <Notice tone="bad" role="alert" title={problem?.title ?? (isLost ? t('connectionLostShort') : t('failed'))}>
      {isLost && <p>{t('connectionLost')}</p>}
      {!isLost && !problem && <p>{t('unexpected')}</p>}
      {typeof problem?.['detail'] === 'string' && <p>{problem['detail']}</p>}
      {problem?.errors?.map(({ pointer, detail }) => (
        <p key={pointer + detail}>{detail}</p>
      ))}
      {problem && problem.status >= 500 && problem.requestId && (
        <p className="meta">{t('requestNumber', { id: problem.requestId })}</p>
      )}
      {again && (
        <Button variant="default" size="xs" mt={8} onClick={again}>
          {t('tryAgain')}
        </Button>
      )}
    </Notice>
  );
}

/** Shows what a query gives: words while it loads, the problem when it fails, otherwise the data. */
export function Loaded<T>({ of, children }: { of: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.isError) return <ProblemView error={of.error} again={() => void of.refetch()} />;
  return <Loading />;
}
