import { Button } from '@mantine/core';
import { useState } from 'react';
import type { KeptMeansView, TrialView } from '#signing/contract';
import { useAct } from '../shared/act.tsx';
import { post } from '../shared/api.ts';
import { day, moment, usePick } from '../shared/format.ts';
import { StateMark } from '../shared/page.tsx';
import { SmallTable } from '../shared/small-table.tsx';
import { endingOf } from './ending.tsx';
import { useText } from './texts.ts';

/** The means of the institution, each with a trial. */
export function MeansTable({ of }: { of: readonly KeptMeansView[] }) {
  const t = useText();
  const pick = usePick();
  return (
    <SmallTable
      label={t('means')}
      head={['name', 'certificate', 'validTo', 'state', 'lastUsed', 'trial'].map((name) => ({
        title: t(name as 'name'),
      }))}
      rows={of.map((one) => ({
        key: one.name,
        cells: [
          <div key="name">
            <strong>{pick(one)}</strong>
            <div className="meta">{[t(`makes.${one.makes}`), t(`holds.${one.holds}`)].join(' · ')}</div>
          </div>,
          <Certificate key="certificate" of={one} />,
          day(one.certificate?.validTo),
          <State key="state" of={one} />,
          <span key="used" className="figures">
            {one.lastUsedAt ? moment(one.lastUsedAt) : t('never')}
          </span>,
          one.canBeTried ? <Trial key="trial" of={one} /> : '–',
        ],
      }))}
    />
  );
}

function Certificate({ of: { certificate, isTest, holds, problem } }: { of: KeptMeansView }) {
  const t = useText();
  if (certificate)
    return (
      <>
        {certificate.subject}
        <div className="meta">{certificate.issuer}</div>
      </>
    );
  if (problem) return '–';
  return (
    <span className="quiet">
      {t(isTest ? 'certificate.test' : holds === 'device' ? 'certificate.device' : 'certificate.service')}
    </span>
  );
}

function State({ of: { certificate, problem } }: { of: KeptMeansView }) {
  const t = useText();
  if (problem) return <StateMark tone="bad">{t('state.unavailable')}</StateMark>;
  if (!certificate) return '–';
  const { tone, days, isNear, isOver } = endingOf(certificate.validTo);
  const words = isOver ? t('state.ended') : isNear ? t('state.ending', { count: days }) : t('state.good');
  return <StateMark tone={tone}>{words}</StateMark>;
}

const TONES = { signed: 'good', lower: 'warn', answered: 'good', nothing: 'bad' } as const;

/** Signs something that means nothing, and says how far it came. */
function Trial({ of }: { of: KeptMeansView }) {
  const t = useText();
  const pick = usePick();
  const act = useAct();
  const [isBusy, setIsBusy] = useState(false);
  const [trial, setTrial] = useState<TrialView>();
  const start = async () => {
    setIsBusy(true);
    setTrial(await act(() => post<TrialView>(`/api/signing-means/${of.name}/trial`, {})));
    setIsBusy(false);
  };
  const reached = trial?.reached === 'signed' && trial.level !== trial.wanted ? 'lower' : trial?.reached;
  return (
    <>
      <Button size="compact-sm" variant="default" loading={isBusy} onClick={() => void start()}>
        {t('try')}
        <span className="unseen"> {pick(of)}</span>
      </Button>
      <div role="status">
        {trial && reached && (
          <div style={{ marginTop: 6 }}>
            <StateMark tone={TONES[reached]}>{t(`mark.${reached}`)}</StateMark>
            <div className="meta">{t(`reached.${reached}`, { level: trial.level, wanted: trial.wanted })}</div>
          </div>
        )}
        {trial?.problem && (
          <div>
            {pick(trial.problem)} <span className="meta">{trial.problem.detail}</span>
          </div>
        )}
      </div>
    </>
  );
}
