import './council.css';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { SittingView, SpeechView } from '#council/contract';
import { post } from '../shared/api.ts';
import { Confirm } from '../shared/confirm.tsx';
import { PersonSelect } from '../shared/fields.tsx';
import { clock, moment } from '../shared/format.ts';
import { useKeys } from '../shared/keys.ts';
import { Link, useGo, useParams } from '../shared/navigation.tsx';
import { Empty, Loaded, Notice, Page, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useSession } from '../shared/session.ts';
import { AddItem } from './add-item.tsx';
import { HallList } from './hall-list.tsx';
import { ItemNow, Speeches } from './item-now.tsx';
import { MinuteForm } from './minute-form.tsx';
import { PersonPick } from './person-pick.tsx';
import { ProtocolSheet } from './protocol-sheet.tsx';
import { useText } from './texts.ts';
import { useHall, type Hall } from './use-hall.ts';
import { openVoteOf, VoteResult } from './vote-result.tsx';

/** The secretary's console: the whole sitting on one screen, every act with a key. */
export default function ConsolePage() {
  const { id } = useParams();
  const sitting = useGet<SittingView>(`/api/sittings/${id}`, { fresh: 0 });
  return <Loaded of={sitting}>{(view) => <Console sitting={view} />}</Loaded>;
}

function Console({ sitting }: { sitting: SittingView }) {
  const t = useText();
  const hall = useHall(sitting);
  const [wanted, setWanted] = useState<{ kind: SpeechView['kind'] }>();
  const [isAdding, setIsAdding] = useState(false);
  const [isClosing, setIsClosing] = useState(false);
  const [warned, setWarned] = useState<string>();
  const vote = openVoteOf(sitting);
  const item = sitting.agenda.find(({ state }) => state === 'open');
  const next = sitting.agenda.find(({ state }) => state === 'waiting');
  const isOpen = sitting.state === 'open';
  const minute = (kind: SpeechView['kind']) => () => setWanted({ kind });
  const par = () => {
    const entries =
      vote?.ballots.filter(({ hasVoted }) => !hasVoted).map(({ personId }) => ({ personId, option: 'PAR' as const })) ??
      [];
    if (vote && entries.length) void hall.enter(vote.id, entries);
  };
  const waiting = vote?.ballots.filter(({ hasVoted }) => !hasVoted).length ?? 0;
  // A closed vote stays for ever: with councillors still waiting the first press only warns.
  const closeVote = () => {
    if (!vote) return;
    if (waiting && warned !== vote.id) setWarned(vote.id);
    else void hall.closeVote(vote.id);
  };
  useKeys(
    {
      o: () => !item && next && void hall.openItem(next.id),
      v: () => item && !vote && void hall.openVote({ purpose: 'decision', itemId: item.id }),
      c: closeVote,
      l: par,
      e: () => item && !vote && void hall.closeItem(item.id),
      y: () => item && !vote && void hall.closeItem(item.id, 'noted'),
      w: () =>
        !vote &&
        !item &&
        !sitting.votes.some(({ purpose }) => purpose === 'agenda') &&
        void hall.openVote({ purpose: 'agenda' }),
      k: () => void hall.pause(),
      u: () => setIsAdding((was) => !was),
      h: () => document.querySelector<HTMLElement>('#hall li')?.focus(),
      r: minute('report'),
      q: minute('question'),
      a: minute('answer'),
      b: minute('debate'),
      p: minute('proposal'),
      m: minute('remark'),
      F: () => setIsClosing(true),
    },
    isOpen,
  );
  return (
    <Page
      title={`${t('console')}: ${sitting.bodyName}, ${moment(sitting.startsAt)}`}
      sub={<Standing sitting={sitting} />}
      actions={
        <>
          <Button component={Link} to={`/sittings/${sitting.id}/screen`} target="_blank" variant="default">
            {t('screen')}
          </Button>
          {isOpen && (
            <Button variant="default" disabled={vote !== undefined} onClick={() => void hall.pause()}>
              {sitting.breakSince ? t('resume') : t('break')} <kbd>k</kbd>
            </Button>
          )}
          {isOpen && (
            <Button variant="default" onClick={() => setIsClosing(true)}>
              {t('closeSitting')} <kbd>F</kbd>
            </Button>
          )}
        </>
      }
    >
      <div className="console">
        <Agenda sitting={sitting} hall={hall} isBusy={vote !== undefined || item !== undefined} />
        <div className="console-middle">
          {vote ? (
            <section className="vote-now" aria-label={t(`purpose.${vote.purpose}`)}>
              <h2>{t(`purpose.${vote.purpose}`)}</h2>
              <p className="meta">
                {t(`rule.${vote.rule}`)} ·{' '}
                {t('voted', {
                  voted: vote.ballots.filter(({ hasVoted }) => hasVoted).length,
                  all: vote.ballots.length,
                })}
              </p>
              <VoteResult vote={vote} />
              {waiting > 0 && warned === vote.id && (
                <Notice tone="warn" role="alert">
                  {t('stillWaiting', { count: waiting })}
                </Notice>
              )}
              <div className="acts-row">
                <Button onClick={closeVote}>
                  {t('closeVote')} <kbd>c</kbd>
                </Button>
                <Button variant="default" onClick={par}>
                  {t('restPar')} <kbd>l</kbd>
                </Button>
              </div>
            </section>
          ) : sitting.state === 'convened' ? (
            <Opening sitting={sitting} hall={hall} />
          ) : (
            !item && (
              <section>
                <p>{next ? t('noItem') : t('allDone')}</p>
                {next && isOpen && (
                  <Button onClick={() => void hall.openItem(next.id)}>
                    {t('nextItem')} {next.place}. <kbd>o</kbd>
                  </Button>
                )}
                {!isOpen && <Empty title={t(sitting.state === 'closed' ? 'sittingClosed' : 'sittingNotOpen')} />}
              </section>
            )
          )}
          {item && <ItemNow key={item.id} sitting={sitting} item={item} hall={hall} />}
          {isOpen && <Speeches sitting={sitting} item={item} hall={hall} />}
          {isOpen && <MinuteForm sitting={sitting} item={item} hall={hall} wanted={wanted} />}
          {isAdding && isOpen && (
            <section aria-label={t('offAgenda')}>
              <h3>{t('offAgenda')}</h3>
              <AddItem sittingId={sitting.id} isProposal onDone={() => setIsAdding(false)} />
            </section>
          )}
          <p className="meta">{t('keysHint')}</p>
        </div>
        <div className="console-right">
          <h2>
            {t('people')} <kbd>h</kbd>
          </h2>
          <HallList sitting={sitting} vote={vote} hall={hall} />
        </div>
        <div className="console-protocol" tabIndex={0} role="region" aria-label={t('protocol')}>
          <h2>{t('protocol')}</h2>
          {sitting.openedAt && <ProtocolSheet sittingId={sitting.id} follow />}
        </div>
      </div>
      {isClosing && <Closing sittingId={sitting.id} onClose={() => setIsClosing(false)} />}
    </Page>
  );
}

function Standing({ sitting }: { sitting: SittingView }) {
  const t = useText();
  return (
    <Group gap={10} aria-live="polite">
      <span className="figures">{t('presentOf', { present: sitting.present, seats: sitting.seats })}</span>
      <StateMark tone={sitting.hasQuorum ? 'good' : 'bad'}>
        {sitting.hasQuorum ? t('quorumYes') : t('quorumNo', { quorum: sitting.quorum })}
      </StateMark>
      {sitting.breakSince && <StateMark tone="warn">{t('onBreak', { time: clock(sitting.breakSince) })}</StateMark>}
      {sitting.number && <span>{`${t('number')} ${sitting.number}`}</span>}
    </Group>
  );
}

function Agenda({ sitting, hall, isBusy }: { sitting: SittingView; hall: Hall; isBusy: boolean }) {
  const t = useText();
  const isOpen = sitting.state === 'open';
  const hasVoted = (purpose: string) => sitting.votes.some((vote) => vote.purpose === purpose);
  return (
    <nav className="console-agenda" aria-label={t('agenda')}>
      <h2>{t('agenda')}</h2>
      <ol>
        {sitting.agenda.map((item) => (
          <li key={item.id} data-state={item.state} aria-current={item.state === 'open' ? 'step' : undefined}>
            <button
              type="button"
              disabled={!isOpen || isBusy || item.state !== 'waiting'}
              onClick={() => void hall.openItem(item.id)}
            >
              <span className="figures">{item.place ?? '+'}.</span> {item.title}
            </button>
            {item.outcome && (
              <span className="meta">
                {[t(`outcome.${item.outcome}`), item.decision && t('decisionNumber', { number: item.decision.number })]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            )}
            {item.state === 'proposed' && isOpen && (
              <Button
                size="compact-xs"
                disabled={isBusy}
                onClick={() => void hall.openVote({ purpose: 'off-agenda', itemId: item.id, question: item.title })}
              >
                {t('voteOffAgenda')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {isOpen && (
        <div className="acts-row">
          {!hasVoted('agenda') && (
            <Button
              size="xs"
              variant="default"
              disabled={isBusy}
              onClick={() => void hall.openVote({ purpose: 'agenda' })}
            >
              {t('voteAgenda')} <kbd>w</kbd>
            </Button>
          )}
          {sitting.agenda.some(({ isClosed, state }) => isClosed && state === 'waiting') &&
            !hasVoted('closed-part') && (
              <Button
                size="xs"
                variant="default"
                disabled={isBusy}
                onClick={() => void hall.openVote({ purpose: 'closed-part', question: closedReason(sitting) })}
              >
                {t('voteClosedPart')}
              </Button>
            )}
        </div>
      )}
    </nav>
  );
}

const closedReason = ({ agenda }: SittingView) =>
  agenda.find(({ isClosed, state }) => isClosed && state === 'waiting')?.closedBasis ?? '';

function Opening({ sitting, hall }: { sitting: SittingView; hall: Hall }) {
  const t = useText();
  const { person } = useSession();
  const [chairId, setChairId] = useState(() => sitting.people.find(({ role }) => role === 'chair')?.personId ?? null);
  const [minuteTakerId, setMinuteTakerId] = useState<string | null>(person.id);
  return (
    <section aria-label={t('openSitting')}>
      <h2>{t('openSitting')}</h2>
      <PersonPick sitting={sitting} value={chairId} onChange={setChairId} label={t('chair')} />
      <PersonSelect label={t('minuteTaker')} value={minuteTakerId} onChange={setMinuteTakerId} />
      <Button
        mt={10}
        disabled={!chairId || !minuteTakerId || !sitting.hasQuorum}
        onClick={() => void hall.open(chairId!, minuteTakerId!)}
      >
        {t('openSitting')}
      </Button>
    </section>
  );
}

function Closing({ sittingId, onClose }: { sittingId: string; onClose: () => void }) {
  const t = useText();
  const go = useGo();
  const close = async () => {
    await post(`/api/sittings/${sittingId}/closing`);
    go(`/sittings/${sittingId}`);
  };
  return (
    <Confirm title={t('closeSitting')} verb={t('closeSitting')} act={close} onClose={onClose}>
      {t('closeSittingBody')}
    </Confirm>
  );
}
