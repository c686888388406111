import { Button } from '@mantine/core';
import type { DraftView } from '#documents/contract';
import { useAct } from '../shared/act.tsx';
import { del, post } from '../shared/api.ts';
import { moment } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Empty, Loaded, Page, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { RegisterTable, type Column } from '../shared/register-table.tsx';
import { useSession } from '../shared/session.ts';
import { stateTone, useKinds, useWord } from '../shared/words.ts';
import { Parts } from './parts.tsx';
import { useText } from './texts.ts';

/** What one has begun and not yet registered; a draft is thrown away with one click and taken back with another. */
export default function DraftsPage() {
  const t = useText();
  const word = useWord();
  const act = useAct();
  const { kindName } = useKinds();
  const { person } = useSession();
  const drafts = useGet<DraftView[]>('/api/drafts');
  const discard = ({ id }: DraftView) =>
    act(() => del(`/api/drafts/${id}`), {
      done: t('draftDiscarded'),
      undo: () => post(`/api/drafts/${id}/restoration`),
    });
  const columns: Column<DraftView>[] = [
    {
      name: 'title',
      title: t('documentTitle'),
      cell: ({ id, title }) => (
        <Link to={`/documents/${id}`} title={title}>
          {title}
        </Link>
      ),
    },
    { name: 'kind', title: t('kind'), width: 170, cell: ({ kind }) => kindName(kind) },
    { name: 'party', title: t('addressee'), width: 190, cell: ({ counterpartyName }) => counterpartyName ?? '–' },
    {
      name: 'state',
      title: t('state'),
      width: 130,
      cell: ({ state }) => <StateMark tone={stateTone(state)}>{word('state', state)}</StateMark>,
    },
    {
      name: 'changedAt',
      title: t('changedAt'),
      width: 140,
      cell: ({ changedAt }) => <span className="figures">{moment(changedAt)}</span>,
    },
    {
      name: 'author',
      title: t('draftAuthor'),
      width: 150,
      isExtra: true,
      cell: ({ author }) => (author === person.name ? t('me') : author),
    },
    {
      name: 'acts',
      title: t('acts'),
      width: 90,
      cell: (draft) =>
        draft.mayDiscard && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('discardNamed', { title: draft.title })}
            onClick={() => void discard(draft)}
          >
            {t('discard')}
          </Button>
        ),
    },
  ];
  return (
    <Page
      title={t('myDrafts')}
      actions={
        <Button component={Link} to="/documents/new">
          {t('newLetter')}
        </Button>
      }
    >
      <Parts now="drafts" />
      <Loaded of={drafts}>
        {(rows) => (
          <RegisterTable
            name="drafts"
            label={t('myDrafts')}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
            nameOf={({ title }) => title}
            linkOf={({ id }) => `/documents/${id}`}
            empty={<Empty title={t('noDrafts')}>{t('noDraftsHint')}</Empty>}
          />
        )}
      </Loaded>
    </Page>
  );
}
