import type { KeptMeans, KeptMeansView } from '#signing/contract';
import { Parts } from '../administration/parts.tsx';
import { Empty, Facts, Loaded, Notice, Page, Section } from '../shared/page.tsx';
import { Link } from '../shared/navigation.tsx';
import { useGet } from '../shared/query.ts';
import { usePick } from '../shared/format.ts';
import { EndingNotice } from './ending.tsx';
import { MeansTable } from './means-table.tsx';
import { useText } from './texts.ts';

/** With what the institution signs: its means, how long their certificates last, and whether they work. */
export default function MeansPage() {
  const t = useText();
  const kept = useGet<KeptMeans>('/api/signing-means');
  return (
    <Page title={t('title')} sub={t('sub')}>
      <Parts now="signing" />
      <Loaded of={kept}>{(view) => <Kept of={view} />}</Loaded>
    </Page>
  );
}

function Kept({ of: { means, level, timestampUrl, people, fault } }: { of: KeptMeans }) {
  const t = useText();
  return (
    <>
      {fault && (
        <Notice tone="bad" title={t('fault')} role="alert">
          <div className="meta" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {fault}
          </div>
        </Notice>
      )}
      {means.map((one) => (
        <Attention key={one.name} of={one} />
      ))}
      <Section title={t('means')}>
        {means.length > 0 ? <MeansTable of={means} /> : <Empty title={t('noMeans')}>{t('noMeansHint')}</Empty>}
      </Section>
      <Section title={t('services')}>
        <Facts
          of={[
            [t('level'), t(`level.${level}`)],
            [t('timestamp'), timestampUrl ?? t('noTimestamp')],
          ]}
        />
      </Section>
      <Section title={t('people')}>
        <p>
          {t('identified', { identified: people.identified, count: people.all })}{' '}
          <Link to="/administration">{t('toPeople')}</Link>
        </p>
        <p className="quiet">{t('identifiedHint')}</p>
      </Section>
    </>
  );
}

/** What an administrator must do something about, before the table is read. */
function Attention({ of: { certificate, problem, ...means } }: { of: KeptMeansView }) {
  const pick = usePick();
  if (problem)
    return (
      <Notice tone="bad" title={`${pick(means)}: ${pick(problem)}`} role="alert">
        {problem.detail && <div className="meta">{problem.detail}</div>}
      </Notice>
    );
  return certificate && <EndingNotice name={pick(means)} validTo={certificate.validTo} />;
}
