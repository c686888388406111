import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RecognitionFinding, RecognitionView } from '#invoices/contract';
import { usePick } from '../shared/format.ts';
import { Facts, Section, StateMark } from '../shared/page.tsx';
import { ReadableMark } from './marks.tsx';
import { useText } from './texts.ts';

/** The verdict: can a machine read it, does it keep to the standards, and what is wrong in plain words. */
export function Recognition({ recognition }: { recognition: RecognitionView }) {
  const t = useText();
  const pick = usePick();
  const { class: letter, machineReadable, en16931, peppol, reason, syntax, profile, specification } = recognition;
  const { fatalCount, warningCount, ruleSet, findings, advice, fileName } = recognition;
  const keeps = (isKept: boolean) => (
    <StateMark tone={isKept ? 'good' : 'bad'}>{t(isKept ? 'conforms' : 'conformsNot')}</StateMark>
  );
  return (
    <Section title={t('verdict')}>
      <p style={{ margin: '0 0 8px' }}>
        <ReadableMark letter={letter} isReadable={machineReadable} /> {t(`class.${letter}`)}
      </p>
      <Facts
        of={[
          [t('file'), fileName],
          [t('format'), [syntax, profile].filter(Boolean).join(', ')],
          [t('specification'), specification && <span className="meta">{specification}</span>],
          [t('why'), !syntax && pick(reason)],
          ['EN 16931', syntax && keeps(en16931)],
          ['Peppol BIS Billing 3.0', syntax && (peppol === null ? t('notClaimed') : keeps(en16931 && peppol))],
          [t('checked'), syntax && `${t('fatal', { count: fatalCount })}, ${t('warnings', { count: warningCount })}`],
          [t('ruleSet'), syntax && ruleSet],
        ]}
      />
      {findings.length > 0 && <Findings label={t('findings')} of={findings} />}
      {advice.length > 0 && (
        <>
          <h3 style={{ fontSize: 13, margin: '12px 0 0' }}>{t('advice')}</h3>
          <Findings label={t('advice')} of={advice} />
        </>
      )}
    </Section>
  );
}

/** How many are shown at first. */
const FIRST = 10;

function Findings({ label, of: findings }: { label: string; of: RecognitionFinding[] }) {
  const t = useText();
  const pick = usePick();
  const [isWhole, setIsWhole] = useState(findings.length <= FIRST);
  return (
    <>
      <ul className="rows" aria-label={label} style={{ marginTop: 8 }}>
        {(isWhole ? findings : findings.slice(0, FIRST)).map(({ rule, severity, message, location }, place) => (
          <li key={`${rule}-${place}`}>
            <StateMark tone={severity === 'fatal' ? 'bad' : 'warn'}>{rule}</StateMark>
            <div className="grow">
              {pick(message)}
              <div className="meta">{location}</div>
            </div>
          </li>
        ))}
      </ul>
      {!isWhole && (
        <Button size="xs" variant="default" mt={8} onClick={() => setIsWhole(true)}>
          {t('showAll', { count: findings.length })}
        </Button>
      )}
    </>
  );
}
