import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { StepView } from '#approval/contract';
import { useAct } from '../../shared/act.tsx';
import { post } from '../../shared/api.ts';
import { FileViewer } from '../../shared/file-viewer.tsx';
import { moment } from '../../shared/format.ts';
import { Due, Empty, Notice, Section, StateMark, type Tone } from '../../shared/page.tsx';
import { useWord } from '../../shared/words.ts';
import type { ActName } from '../act-dialog.ts';
import { useText } from '../texts.ts';
import { fileToDecide, mainFile, myStep, type Card } from '../use-card.ts';

const TONE: Record<StepView['state'], Tone> = {
  waiting: 'plain',
  open: 'accent',
  done: 'good',
  refused: 'bad',
  stale: 'warn',
  cancelled: 'plain',
};

/** The route round by round, and the reader's own decision with the file before the eyes. */
export function RoutePlace({ card, work, onAct }: Card & { onAct: (name: ActName) => void }) {
  const t = useText();
  const step = myStep(work);
  const rounds = [...new Set(work.steps.map(({ round }) => round))].toReversed();
  const file = mainFile(card);
  return (
    <div className="columns">
      <div>
        {step &&
          (step.act === 'sign' ? <SignPanel onSign={() => onAct('sign')} /> : <DecidePanel step={step} card={card} />)}
        {rounds.length === 0 && (
          <Empty title={t('noRoute')}>
            {card.state === 'draft' && (
              <Button mt={12} onClick={() => onAct('start-route')}>
                {t('startRoute')}
              </Button>
            )}
          </Empty>
        )}
        {rounds.map((round) => (
          <Section key={round} title={t('round', { round })}>
            <ul className="rows">
              {work.steps
                .filter((one) => one.round === round)
                .map((one) => (
                  <StepRow key={one.id} step={one} />
                ))}
            </ul>
          </Section>
        ))}
      </div>
      <div style={{ marginTop: 20 }}>{file && <FileViewer key={file.id} file={file} />}</div>
    </div>
  );
}

function StepRow({ step }: { step: StepView }) {
  const t = useText();
  const word = useWord();
  return (
    <li>
      <span className="figures quiet">{step.place + 1}.</span>
      <div className="grow">
        <div>
          <strong>{step.person.name}</strong> – {word('act', step.act)}
        </div>
        <div className="meta figures">
          {[
            step.doneAt ? moment(step.doneAt) : step.openedAt && moment(step.openedAt),
            step.doneBy && step.doneBy !== step.person.name && t('doneBy', { person: step.doneBy }),
            step.seenSha256 && t('sawFile', { hash: step.seenSha256.slice(0, 8) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
        {step.opinion && <div className="notice">{step.opinion}</div>}
      </div>
      {step.state === 'open' && <Due on={step.dueOn} />}
      <StateMark tone={TONE[step.state]}>{t(`step.${step.state}`)}</StateMark>
    </li>
  );
}

function SignPanel({ onSign }: { onSign: () => void }) {
  const t = useText();
  return (
    <Notice tone="accent" title={t('signTitle')}>
      <p>{t('signExplain')}</p>
      <Button mt={8} onClick={onSign}>
        {t('sign')}
      </Button>
    </Notice>
  );
}

function DecidePanel({ step, card }: { step: StepView; card: Card['card'] }) {
  const t = useText();
  const act = useAct();
  const [opinion, setOpinion] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState<'agree' | 'refuse'>();
  const file = fileToDecide(card);
  const decide = async (verdict: 'agree' | 'refuse') => {
    if (verdict === 'refuse' && !opinion.trim()) return setError(t('opinionNeeded'));
    setBusy(verdict);
    const decision =
      verdict === 'agree' ? { verdict, seenSha256: file?.sha256, opinion: opinion || null } : { verdict, opinion };
    await act(() => post(`/api/steps/${step.id}/decision`, decision), {
      done: verdict === 'agree' ? t('agreed') : t('refused'),
    });
    setBusy(undefined);
  };
  const yes = step.act === 'acquaint' ? t('agreeAcquaint') : step.act === 'review' ? t('agreeReview') : t('agree');
  return (
    <Section title={t('decide')}>
      <p className="quiet" style={{ margin: '0 0 8px' }}>
        {t('decideHint')} {file && <code title={file.sha256}>{file.sha256.slice(0, 8)}</code>}
      </p>
      <Textarea
        label={t('opinion')}
        autosize
        minRows={2}
        value={opinion}
        error={error}
        onChange={(event) => {
          setOpinion(event.currentTarget.value);
          setError(undefined);
        }}
      />
      <Group mt={8} gap={8}>
        <Button loading={busy === 'agree'} disabled={!file} onClick={() => void decide('agree')}>
          {yes}
        </Button>
        {step.act !== 'acquaint' && (
          <Button variant="default" loading={busy === 'refuse'} onClick={() => void decide('refuse')}>
            {t('refuse')}
          </Button>
        )}
      </Group>
    </Section>
  );
}
