import './council.css';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SittingView } from '#council/contract';
import { useAct } from '../shared/act.tsx';
import { post, put } from '../shared/api.ts';
import { useParams } from '../shared/navigation.tsx';
import { Empty, Loaded, Notice, Page, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useSession } from '../shared/session.ts';
import { useText } from './texts.ts';
import type { Choice } from './use-hall.ts';
import { lastVoteOf, openVoteOf, VoteResult } from './vote-result.tsx';

const CHOICES: readonly Choice[] = ['PAR', 'PRET', 'ATTURAS'];

/** The councillor's page: what is discussed, three large buttons, the word. */
export default function SeatPage() {
  const { id } = useParams();
  const sitting = useGet<SittingView>(`/api/sittings/${id}`, { fresh: 0 });
  return <Loaded of={sitting}>{(view) => <Seat sitting={view} />}</Loaded>;
}

function Seat({ sitting }: { sitting: SittingView }) {
  const t = useText();
  const act = useAct();
  const { person } = useSession();
  const me = sitting.people.find(({ personId }) => personId === person.id);
  const item = sitting.agenda.find(({ state }) => state === 'open');
  const isHere = me?.status === 'in-person' || me?.status === 'remote';
  const vote = openVoteOf(sitting);
  const last = lastVoteOf(sitting, item?.id ?? null);
  if (!me)
    return (
      <Page title={t('seat')}>
        <Empty title={t('notMember')} />
      </Page>
    );
  const register = (status: 'in-person' | 'remote') =>
    act(() => post(`/api/sittings/${sitting.id}/my-presence`, { status }), { done: t('registered') });
  return (
    <Page
      title={item ? `${item.place}. ${item.title}` : sitting.bodyName}
      sub={<StateMark tone={isHere ? 'good' : 'warn'}>{t(`status.${me.status}`)}</StateMark>}
    >
      <div className="seat">
        {!isHere && sitting.state !== 'closed' && (
          <div className="seat-buttons">
            <button type="button" onClick={() => void register('in-person')}>
              {t('register')}
            </button>
            <button type="button" onClick={() => void register('remote')}>
              {t('registerRemote')}
            </button>
          </div>
        )}
        {isHere && <Ballot sitting={sitting} />}
        {!vote && last && <VoteResult vote={last} />}
        {isHere && sitting.state === 'open' && <Word sitting={sitting} />}
        {item && !vote && !item.conflicts.some(({ personId }) => personId === person.id) && (
          <Conflict sittingId={sitting.id} itemId={item.id} />
        )}
        {item && item.points.length > 0 && (
          <ol className="points">
            {item.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ol>
        )}
      </div>
    </Page>
  );
}

function Ballot({ sitting }: { sitting: SittingView }) {
  const t = useText();
  const act = useAct();
  const { person } = useSession();
  const vote = openVoteOf(sitting);
  if (!vote) return <p className="seat-words">{t('noVoteNow')}</p>;
  const mine = vote.ballots.find(({ personId }) => personId === person.id);
  if (!mine) return <Notice tone="warn">{t('notInVote')}</Notice>;
  if (mine.option === 'NEPIEDALAS_IK') return <Notice tone="warn">{t('locked')}</Notice>;
  return (
    <section aria-label={t(`purpose.${vote.purpose}`)}>
      <p className="seat-words" role="status">
        {t(`purpose.${vote.purpose}`)}
        {mine.option && ` – ${t('yourVote', { option: t(`vote.${mine.option}`).toLocaleLowerCase() })}`}
      </p>
      <div className="seat-buttons">
        {CHOICES.map((option) => (
          <button
            key={option}
            type="button"
            data-option={option}
            aria-pressed={mine.option === option}
            onClick={() => void act(() => put(`/api/votes/${vote.id}/my-ballot`, { option }))}
          >
            {t(`vote.${option}`)}
          </button>
        ))}
      </div>
    </section>
  );
}

function Word({ sitting }: { sitting: SittingView }) {
  const t = useText();
  const act = useAct();
  const { person } = useSession();
  const [text, setText] = useState('');
  const hasAsked = sitting.speeches.some(({ personId, state }) => personId === person.id && state === 'asked');
  const ask = async (kind: 'question' | 'debate' | 'proposal') => {
    if (
      await act(() => post<{ id: string }>(`/api/sittings/${sitting.id}/my-requests`, { kind, text }), {
        done: t('wordAsked'),
      })
    )
      setText('');
  };
  if (hasAsked) return <p role="status">{t('wordAsked')}</p>;
  return (
    <section aria-label={t('askWord')}>
      <Textarea
        label={t('askWord')}
        placeholder={t('text')}
        autosize
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="acts-row">
        {(['debate', 'question', 'proposal'] as const).map((kind) => (
          <Button key={kind} variant="default" size="md" onClick={() => void ask(kind)}>
            {t(`speech.${kind}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}

function Conflict({ sittingId, itemId }: { sittingId: string; itemId: string }) {
  const t = useText();
  const act = useAct();
  const [reason, setReason] = useState('');
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        void act(() => post(`/api/sittings/${sittingId}/items/${itemId}/conflicts`, { reason }));
      }}
    >
      <TextInput
        label={t('conflictReason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={!reason.trim()}>
        {t('declare')}
      </Button>
    </form>
  );
}
