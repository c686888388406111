import type { RecognitionView } from '#invoices/contract';
import { usePick } from '../shared/format.ts';
import { Facts, Section, StateMark } from '../shared/page.tsx';
import { ReadableMark } from './marks.tsx';
import { useText } from './texts.ts';

/** The verdict: can a machine read it, by what rules, and what is wrong in plain words. */
export function Recognition({ recognition }: { recognition: RecognitionView }) {
  const t = useText();
  const pick = usePick();
  const {
    class: letter,
    machineReadable,
    reason,
    fatalCount,
    warningCount,
    syntax,
    profile,
    ruleSet,
    findings,
    fileName,
  } = recognition;
  return (
    <Section title={t('verdict')}>
      <p style={{ margin: '0 0 8px' }}>
        <ReadableMark letter={letter} isReadable={machineReadable} /> {t(`class.${letter}`)}
      </p>
      <Facts
        of={[
          [t('files'), fileName],
          [t('format'), [syntax, profile].filter(Boolean).join(', ') || pick(reason)],
          [t('findings'), syntax && `${t('fatal', { count: fatalCount })}, ${t('warnings', { count: warningCount })}`],
          [t('ruleSet'), syntax && ruleSet],
        ]}
      />
      {findings.length > 0 && (
        <ul className="rows" aria-label={t('findings')} style={{ marginTop: 8 }}>
          {findings.slice(0, 20).map(({ rule, severity, message, location }, place) => (
            <li key={`${rule}-${place}`}>
              <StateMark tone={severity === 'fatal' ? 'bad' : 'warn'}>{rule}</StateMark>
              <div className="grow">
                {pick(message)}
                <div className="meta">{location}</div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
