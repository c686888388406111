import type { DisposalCandidates } from '#archive/contract';
import { Link, useGo } from '../shared/navigation.tsx';
import { Empty, Loaded, Notice, Page } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { RegisterTable } from '../shared/register-table.tsx';
import { documentsOf, useCaseColumns } from './case-columns.tsx';
import { useText } from './texts.ts';

/** Closed cases whose term has ended; what may be done with them needs an act. */
export default function DisposalPage() {
  const t = useText();
  const go = useGo();
  const view = useGet<DisposalCandidates>('/api/archive/disposal-candidates');
  const all = useCaseColumns();
  const columns = [
    { name: 'year', title: t('year'), width: 60, cell: ({ year }: DisposalCandidates['cases'][number]) => year },
    ...all.filter(({ name }) => name !== 'unfinished' && name !== 'state'),
  ];
  return (
    <Page title={t('disposalTitle')} sub={<Link to="/archive">{t('back')}</Link>}>
      <Notice>{t('disposalHint')}</Notice>
      <Loaded of={view}>
        {({ cases }) => (
          <RegisterTable
            name="disposal"
            label={t('disposalTitle')}
            columns={columns}
            rows={cases}
            keyOf={({ id }) => id}
            nameOf={({ index, title }) => `${index} ${title}`}
            onOpen={({ index }) => go(documentsOf(index))}
            empty={<Empty title={t('noDisposal')} />}
          />
        )}
      </Loaded>
    </Page>
  );
}
