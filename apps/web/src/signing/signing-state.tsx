import { Button, Group, PasswordInput, Progress, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SigningView } from '#signing/contract';
import { clock, usePick } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Notice, ProblemView, Section, StateMark, type Tone } from '../shared/page.tsx';
import { takeFocus } from '../shared/take-focus.ts';
import { useText } from './texts.ts';
import type { Busy, Signing } from './use-signing.ts';
import { CardError } from './web-eid.ts';

const TONES: Record<SigningView['items'][number]['state'], Tone> = {
  prepared: 'plain',
  valued: 'accent',
  signed: 'good',
  failed: 'bad',
};

const isEnded = (view: SigningView | undefined) => view !== undefined && view.waitsFor === null;

/** How a signing stands: what it waits for and why, what the person can do now, and the outcome of each document. */
export function SigningState({ signing }: { signing: Signing }) {
  const t = useText();
  const pick = usePick();
  const { session, busy, error } = signing;
  const view = session.data;
  return (
    <>
      {busy ? (
        <BusyWords busy={busy} view={view} />
      ) : (
        <>
          <Trouble error={error} />
          {view && !error && view.cause && <Notice tone="warn" role="status" title={pick(view.cause)} />}
          {view && <p>{view.waitsFor ? t(waitsKey(view)) : t(endedKey(view))}</p>}
        </>
      )}
      {view && !busy && view.waitsFor && <Ways signing={signing} view={view} />}
      {view && (view.items.length > 1 || isEnded(view)) && <Outcome view={view} />}
    </>
  );
}

const endedKey = ({ state }: SigningView) =>
  state === 'cancelled' || state === 'expired' ? (`ended.${state}` as const) : 'ended.completed';

/** What is waited for; while values are obtained, nothing is received yet. */
export const waitsKey = ({ state, waitsFor }: SigningView) =>
  state === 'signing' ? 'waits.values' : (`waits.${waitsFor ?? 'system'}` as const);

function BusyWords({ busy, view }: { busy: Busy; view: SigningView | undefined }) {
  const t = useText();
  const count = view?.items.length ?? 0;
  const signed = view?.items.filter(({ state }) => state === 'signed').length ?? 0;
  return (
    <div role="status">
      <p>
        {busy.what === 'device' ? t('busy.device', { place: busy.place, count: busy.count }) : t(`busy.${busy.what}`)}
      </p>
      {busy.what === 'finish' && count > 1 && (
        <>
          <Progress value={(100 * signed) / count} aria-label={t('outcome')} />
          <p className="figures">{t('progress', { signed, count })}</p>
        </>
      )}
    </div>
  );
}

/** The card's own troubles have their sentences here; the server's come with them. */
export function Trouble({ error }: { error: unknown }) {
  const t = useText();
  if (error === undefined) return null;
  if (error instanceof CardError) return <Notice tone="bad" role="alert" title={t(`card.${error.fault}`)} />;
  return <ProblemView error={error} />;
}

function Outcome({ view }: { view: SigningView }) {
  const t = useText();
  const pick = usePick();
  return (
    <Section title={t('outcome')}>
      <ul className="rows">
        {view.items.map(({ stepId, documentId, title, number, state, problem }) => (
          <li key={stepId}>
            <div className="grow">
              <Link to={`/documents/${documentId}`}>{title}</Link>
              <div className="meta">{[number, problem && pick(problem)].filter(Boolean).join(' · ')}</div>
            </div>
            <StateMark tone={TONES[state]}>{t(`state.${state}`)}</StateMark>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const onwardKey = ({ state, waitsFor }: SigningView) => {
  if (waitsFor === 'service') return 'toService';
  if (waitsFor === 'confirmation') return 'sign';
  return state === 'signing' ? 'askNow' : 'again';
};

/** The ways on and out. */
function Ways({ signing, view }: { signing: Signing; view: SigningView }) {
  const t = useText();
  return (
    <>
      {view.waitsFor === 'answers' && <Questions signing={signing} view={view} />}
      <Group gap={8} mt={16}>
        {view.waitsFor !== 'answers' && (
          <Button ref={takeFocus} onClick={() => void signing.goOn()}>
            {t(onwardKey(view))}
          </Button>
        )}
        {view.state !== 'finishing' && (
          <Button variant="default" onClick={() => void signing.cancel()}>
            {t('cancelSigning')}
          </Button>
        )}
        <span className="meta">{t('until', { time: clock(view.expiresAt) })}</span>
      </Group>
    </>
  );
}

/** PIN or one-time code that the trust service asks through us; nothing of it is kept. */
function Questions({ signing, view }: { signing: Signing; view: SigningView }) {
  const t = useText();
  const [values, setValues] = useState<Record<string, string>>({});
  const answers = view.questions.map(({ id }) => ({ id, value: values[id] ?? '' }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setValues({});
        void signing.answer(answers);
      }}
    >
      {view.questions.map(({ id, label, isSecret }, index) => {
        const Input = isSecret ? PasswordInput : TextInput;
        return (
          <Input
            key={id}
            label={label}
            autoComplete="one-time-code"
            ref={index === 0 ? takeFocus : undefined}
            value={values[id] ?? ''}
            onChange={({ currentTarget: { value } }) => setValues((now) => ({ ...now, [id]: value }))}
          />
        );
      })}
      <Button type="submit" mt={12} disabled={answers.some(({ value }) => !value)}>
        {t('sign')}
      </Button>
    </form>
  );
}
