import { Button, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { PersonPresence, SittingView, VoteView } from '#council/contract';
import { StateMark, type Tone } from '../shared/page.tsx';
import { useText } from './texts.ts';
import type { Choice, Hall, Status } from './use-hall.ts';

const STATUSES: readonly Status[] = ['in-person', 'remote', 'left', 'absent'];
const CHOICES: readonly Choice[] = ['PAR', 'PRET', 'ATTURAS'];
export const VOTE_TONE: Record<string, Tone> = { PAR: 'good', PRET: 'bad', ATTURAS: 'warn', NEPIEDALAS_IK: 'plain' };

/** The councillors: while a vote is open their ballots, otherwise their presence. Arrows move, figures choose. */
export function HallList({ sitting, vote, hall }: { sitting: SittingView; vote: VoteView | undefined; hall: Hall }) {
  const t = useText();
  const move = (event: KeyboardEvent<HTMLLIElement>) => {
    const next =
      event.key === 'ArrowDown'
        ? event.currentTarget.nextElementSibling
        : event.key === 'ArrowUp'
          ? event.currentTarget.previousElementSibling
          : null;
    if (!next) return;
    event.preventDefault();
    (next as HTMLElement).focus();
  };
  return (
    <ul className="hall" id="hall" aria-label={t('people')}>
      {sitting.people.map((person) =>
        vote ? (
          <BallotRow key={person.personId} person={person} vote={vote} hall={hall} onMove={move} />
        ) : (
          <PresenceRow
            key={person.personId}
            person={person}
            hall={hall}
            onMove={move}
            isOver={sitting.state === 'closed'}
          />
        ),
      )}
    </ul>
  );
}

interface RowProps {
  person: PersonPresence;
  hall: Hall;
  onMove: (event: KeyboardEvent<HTMLLIElement>) => void;
}

/** Figures 1, 2, … choose from the row's list. */
const byFigure =
  <Option,>(options: readonly Option[], choose: (option: Option) => void, onMove: RowProps['onMove']) =>
  (event: KeyboardEvent<HTMLLIElement>) => {
    const option = options[Number(event.key) - 1];
    if (option === undefined || event.target !== event.currentTarget) return onMove(event);
    event.preventDefault();
    choose(option);
  };

/** Presence of one councillor; when the sitting is over, it only tells what was minuted. */
function PresenceRow({ person, hall, onMove, isOver }: RowProps & { isOver: boolean }) {
  const t = useText();
  const { personId, name, status, reason } = person;
  const choose = (next: Status) => {
    if (!isOver) void hall.presence(personId, next);
  };
  const isHere = status === 'in-person' || status === 'remote';
  return (
    <li
      tabIndex={0}
      onKeyDown={byFigure(STATUSES, choose, onMove)}
      data-here={isHere || undefined}
      aria-label={`${name}: ${t(`status.${status}`)}`}
    >
      <span className="grow">{name}</span>
      <StateMark tone={isHere ? 'good' : status === 'unknown' ? 'plain' : 'warn'}>
        {t(`status.${status}`)}
        {isOver && reason ? ` – ${reason}` : ''}
      </StateMark>
      {!isOver && (
        <Button.Group>
          {STATUSES.map((one, index) => (
            <Button
              key={one}
              size="compact-xs"
              tabIndex={-1}
              variant={status === one ? 'filled' : 'default'}
              aria-pressed={status === one}
              aria-label={`${index + 1} ${t(`status.${one}`)}: ${name}`}
              title={t(`status.${one}`)}
              onClick={() => choose(one)}
            >
              {index + 1}
            </Button>
          ))}
        </Button.Group>
      )}
      {!isOver && (status === 'left' || status === 'absent') && (
        <TextInput
          key={reason}
          size="xs"
          className="reason"
          aria-label={`${t('leaveReason')}: ${name}`}
          placeholder={t('leaveReason')}
          defaultValue={reason}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          onBlur={(event) => {
            const given = event.currentTarget.value.trim();
            if (given && given !== reason) void hall.presence(personId, status, given);
          }}
        />
      )}
    </li>
  );
}

function BallotRow({ person, vote, hall, onMove }: RowProps & { vote: VoteView }) {
  const t = useText();
  const { personId, name } = person;
  const ballot = vote.ballots.find((one) => one.personId === personId);
  const isLocked = !ballot || ballot.option === 'NEPIEDALAS_IK';
  const choose = (option: Choice) => {
    if (!isLocked) void hall.enter(vote.id, [{ personId, option }]);
  };
  const words = !ballot ? t('status.unknown') : ballot.option ? t(`vote.${ballot.option}`) : t('waiting');
  return (
    <li
      tabIndex={0}
      onKeyDown={byFigure(CHOICES, choose, onMove)}
      data-here={ballot ? true : undefined}
      aria-label={`${name}: ${words}`}
    >
      <span className="grow">{name}</span>
      <StateMark tone={ballot?.option ? VOTE_TONE[ballot.option] : 'plain'}>{words}</StateMark>
      <Button.Group>
        {CHOICES.map((one, index) => (
          <Button
            key={one}
            size="compact-xs"
            tabIndex={-1}
            disabled={isLocked}
            variant={ballot?.option === one ? 'filled' : 'default'}
            aria-pressed={ballot?.option === one}
            aria-label={`${index + 1} ${t(`vote.${one}`)}: ${name}`}
            title={t(`vote.${one}`)}
            onClick={() => choose(one)}
          >
            {index + 1}
          </Button>
        ))}
      </Button.Group>
    </li>
  );
}
