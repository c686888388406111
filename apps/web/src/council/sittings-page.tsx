import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SittingBrief } from '#council/contract';
import { moment } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Empty, Loaded, Page, StateMark, type Tone } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { RegisterTable, type Column } from '../shared/register-table.tsx';
import { useMay } from '../shared/session.ts';
import { NewSittingForm } from './new-sitting-form.tsx';
import { useText } from './texts.ts';

export const STATE_TONE: Record<SittingBrief['state'], Tone> = {
  planned: 'plain',
  convened: 'warn',
  open: 'accent',
  closed: 'good',
};

/** All sittings that the reader may see: councillors theirs, the secretary all. */
export default function SittingsPage() {
  const t = useText();
  const sittings = useGet<SittingBrief[]>('/api/sittings');
  const mayRun = useMay('run sittings');
  const [isNew, setIsNew] = useState(false);
  const columns: Column<SittingBrief>[] = [
    {
      name: 'when',
      title: t('when'),
      width: 150,
      cell: ({ startsAt }) => <span className="figures">{moment(startsAt)}</span>,
    },
    { name: 'body', title: t('body'), cell: ({ id, bodyName }) => <Link to={`/sittings/${id}`}>{bodyName}</Link> },
    { name: 'kind', title: t('kind'), width: 110, cell: ({ kind }) => t(`kind.${kind}`) },
    { name: 'mode', title: t('mode'), width: 180, cell: ({ mode }) => t(`mode.${mode}`) },
    {
      name: 'state',
      title: t('state'),
      width: 130,
      cell: ({ state }) => <StateMark tone={STATE_TONE[state]}>{t(`state.${state}`)}</StateMark>,
    },
    { name: 'number', title: t('number'), width: 90, cell: ({ number }) => number ?? '–' },
    { name: 'items', title: t('items'), width: 90, isEnd: true, cell: ({ items }) => items },
    { name: 'decisions', title: t('decisions'), width: 90, isEnd: true, cell: ({ decisions }) => decisions },
  ];
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <Button component={Link} to="/sittings/drafts" variant="default">
            {t('drafts')}
          </Button>
          {mayRun && <Button onClick={() => setIsNew(true)}>{t('newSitting')}</Button>}
        </>
      }
    >
      {isNew && <NewSittingForm onClose={() => setIsNew(false)} />}
      <Loaded of={sittings}>
        {(rows) => (
          <RegisterTable
            name="sittings"
            label={t('title')}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
            nameOf={({ bodyName, startsAt }) => `${bodyName}, ${moment(startsAt)}`}
            linkOf={({ id }) => `/sittings/${id}`}
            empty={<Empty title={t('noSittings')} />}
          />
        )}
      </Loaded>
    </Page>
  );
}
