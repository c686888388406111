import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ItemView, NewVote, SittingView, SpeechView } from '#council/contract';
import { StateMark } from '../shared/page.tsx';
import { namesOf } from './agenda-list.tsx';
import { PersonPick } from './person-pick.tsx';
import { useText } from './texts.ts';
import type { Hall } from './use-hall.ts';
import { lastVoteOf, VoteResult } from './vote-result.tsx';

/** The item now: what it is, who asks for the word, what was said, and its votes. */
export function ItemNow({ sitting, item, hall }: { sitting: SittingView; item: ItemView; hall: Hall }) {
  const t = useText();
  const votes = sitting.votes.filter(({ itemId }) => itemId === item.id);
  const isVoting = sitting.votes.some(({ closedAt }) => closedAt === null);
  const voted = votes.filter(({ purpose }) => purpose === 'decision').at(-1);
  const last = lastVoteOf(sitting, item.id);
  return (
    <section className="item-now" aria-label={item.title}>
      <h2>
        {item.place}. {item.title}
      </h2>
      <p className="meta">
        {[item.reporter, item.isClosed && `${t('closedItem')}: ${item.closedBasis}`].filter(Boolean).join(' · ')}
      </p>
      {item.conflicts.length > 0 && (
        <StateMark tone="warn">{t('conflictOf', { names: namesOf(sitting, item) })}</StateMark>
      )}
      {item.points.length > 0 && (
        <ol className="points">
          {item.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ol>
      )}
      {last && <VoteResult vote={last} />}
      {!isVoting && (
        <>
          <div className="acts-row">
            {voted?.closedAt ? (
              <Revote
                onVote={(revoteReason) => hall.openVote({ purpose: 'decision', itemId: item.id, revoteReason })}
                isOff={isVoting}
              />
            ) : (
              <Button disabled={isVoting} onClick={() => void hall.openVote({ purpose: 'decision', itemId: item.id })}>
                {t('openVote')} <kbd>v</kbd>
              </Button>
            )}
            <Button
              variant={voted?.closedAt ? 'filled' : 'default'}
              disabled={isVoting || !last}
              onClick={() => void hall.closeItem(item.id)}
            >
              {t('finishItem')} <kbd>e</kbd>
            </Button>
            <Button
              variant="default"
              disabled={isVoting}
              onClick={() => void hall.openVote({ purpose: 'postponement', itemId: item.id })}
            >
              {t('votePostpone')}
            </Button>
            <Button variant="default" disabled={isVoting} onClick={() => void hall.closeItem(item.id, 'noted')}>
              {t('note')} <kbd>y</kbd>
            </Button>
            <Button variant="default" disabled={isVoting} onClick={() => void hall.closeItem(item.id, 'withdrawn')}>
              {t('withdraw')}
            </Button>
          </div>
          <Conflict sitting={sitting} item={item} hall={hall} isOff={isVoting} />
        </>
      )}
    </section>
  );
}

function Revote({ onVote, isOff }: { onVote: (reason: string) => Promise<unknown>; isOff: boolean }) {
  const t = useText();
  const [reason, setReason] = useState<string | null>(null);
  if (reason === null)
    return (
      <Button variant="default" disabled={isOff} onClick={() => setReason('')}>
        {t('revote')}
      </Button>
    );
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        void onVote(reason).then(() => setReason(null));
      }}
    >
      <TextInput
        aria-label={t('revoteReason')}
        placeholder={t('revoteReason')}
        value={reason}
        autoFocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!reason.trim()}>
        {t('revote')}
      </Button>
    </form>
  );
}

function Conflict({
  sitting,
  item,
  hall,
  isOff,
}: {
  sitting: SittingView;
  item: ItemView;
  hall: Hall;
  isOff: boolean;
}) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const [personId, setPersonId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  if (!isOpen)
    return (
      <Button size="compact-sm" variant="subtle" disabled={isOff} onClick={() => setIsOpen(true)}>
        {t('conflict')}…
      </Button>
    );
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (personId) void hall.conflict(item.id, personId, reason).then(() => setIsOpen(false));
      }}
    >
      <PersonPick sitting={sitting} value={personId} onChange={setPersonId} label={t('conflict')} />
      <TextInput
        label={t('conflictReason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!personId || !reason.trim()}>
        {t('declare')}
      </Button>
    </form>
  );
}

/** Who asks for the word, in the order of asking; a proposal can be voted on from here. */
export function Speeches({ sitting, item, hall }: { sitting: SittingView; item: ItemView | undefined; hall: Hall }) {
  const t = useText();
  const all = sitting.speeches.filter(({ itemId }) => itemId === (item?.id ?? null));
  const asked = sitting.speeches.filter(({ state }) => state === 'asked');
  const isVoting = sitting.votes.some(({ closedAt }) => closedAt === null);
  const vote = (speech: SpeechView): NewVote => ({
    purpose: 'proposal',
    itemId: item!.id,
    speechId: speech.id,
    question: speech.text,
  });
  const wasVoted = (speech: SpeechView) => sitting.votes.some(({ speechId }) => speechId === speech.id);
  return (
    <>
      <h3>{t('speakers')}</h3>
      {asked.length ? (
        <ul className="rows">
          {asked.map((speech) => (
            <li key={speech.id}>
              <span className="grow">
                {speech.speaker} <span className="meta">{t(`speech.${speech.kind}`)}</span> {speech.text}
              </span>
              <Button size="compact-sm" onClick={() => void hall.correct(speech.id, speech.text)}>
                {t('giveWord')}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => void hall.strike(speech.id)}>
                {t('strike')}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="meta">{t('noSpeakers')}</p>
      )}
      <ul className="said">
        {all
          .filter(({ state }) => state === 'given')
          .map((speech) => (
            <li key={speech.id}>
              <span className="meta">{t(`speech.${speech.kind}`)}</span> <b>{speech.speaker}</b> {speech.text}{' '}
              {speech.kind === 'proposal' && item && !wasVoted(speech) && (
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={isVoting}
                  onClick={() => void hall.openVote(vote(speech))}
                >
                  {t('voteProposal')}
                </Button>
              )}
              {!wasVoted(speech) && (
                <button type="button" className="as-link meta" onClick={() => void hall.strike(speech.id)}>
                  {t('strike')}
                </button>
              )}
            </li>
          ))}
      </ul>
    </>
  );
}
