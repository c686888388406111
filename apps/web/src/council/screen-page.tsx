import './council.css';
import { useEffect } from 'react';
import type { SittingView } from '#council/contract';
import { clock } from '../shared/format.ts';
import { Link, useGo, useParams } from '../shared/navigation.tsx';
import { Loaded, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useText } from './texts.ts';
import { lastVoteOf, openVoteOf, VoteResult } from './vote-result.tsx';

/** What the hall sees on the wall, readable from the last row: the item, the vote, who voted how. Escape leaves it. */
export default function ScreenPage() {
  const { id } = useParams();
  const go = useGo();
  const sitting = useGet<SittingView>(`/api/sittings/${id}`, { fresh: 0 });
  useEffect(() => {
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && go(`/sittings/${id}`);
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [go, id]);
  return (
    <div className="screen">
      <Loaded of={sitting}>{(view) => <Wall sitting={view} />}</Loaded>
    </div>
  );
}

function Wall({ sitting }: { sitting: SittingView }) {
  const t = useText();
  const item = sitting.agenda.find(({ state }) => state === 'open');
  const next = sitting.agenda.find(({ state }) => state === 'waiting');
  const vote = openVoteOf(sitting) ?? lastVoteOf(sitting, item?.id ?? null);
  const isHidden = item?.isClosed && !sitting.isClosed;
  const title = item
    ? `${item.place}. ${item.title}`
    : sitting.breakSince
      ? t('onBreak', { time: clock(sitting.breakSince) })
      : next
        ? `${t('nextUp')}: ${next.place}. ${next.title}`
        : sitting.bodyName;
  const asked = sitting.speeches.filter(({ state }) => state === 'asked');
  return (
    <>
      <header>
        <span>{sitting.bodyName}</span>
        <span className="figures">{t('presentOf', { present: sitting.present, seats: sitting.seats })}</span>
        <StateMark tone={sitting.hasQuorum ? 'good' : 'bad'}>
          {sitting.hasQuorum ? t('quorumYes') : t('quorumNo', { quorum: sitting.quorum })}
        </StateMark>
        <Link to={`/sittings/${sitting.id}`} className="screen-back">
          {t('back')}
        </Link>
      </header>
      <h1>{title}</h1>
      {isHidden ? (
        <p className="screen-words">{t('closedItem')}</p>
      ) : vote ? (
        <section aria-label={t(`purpose.${vote.purpose}`)}>
          <p className="screen-words">
            {t(`purpose.${vote.purpose}`)}
            {!vote.closedAt &&
              ` – ${t('voted', { voted: vote.ballots.filter(({ hasVoted }) => hasVoted).length, all: vote.ballots.length })}`}
          </p>
          {vote.closedAt && <VoteResult vote={vote} size="huge" />}
          <ul className="screen-names">
            {vote.ballots.map(({ personId, hasVoted, option }) => {
              const shown = vote.closedAt || option === 'NEPIEDALAS_IK' ? option : null;
              const words = shown
                ? t(`vote.${shown}`)
                : hasVoted
                  ? t('hasVoted')
                  : vote.closedAt
                    ? t('notVoted')
                    : t('waiting');
              return (
                <li key={personId} data-option={shown ?? undefined} data-voted={hasVoted || undefined}>
                  <span>{sitting.people.find((person) => person.personId === personId)?.name}</span> <b>{words}</b>
                </li>
              );
            })}
          </ul>
        </section>
      ) : (
        asked.length > 0 && (
          <section aria-label={t('speakers')}>
            <p className="screen-words">{t('speakers')}</p>
            <ol className="screen-names">
              {asked.map(({ id, speaker }) => (
                <li key={id}>{speaker}</li>
              ))}
            </ol>
          </section>
        )
      )}
    </>
  );
}
