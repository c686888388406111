import { Button, Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLock, IconTableExport } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { DocumentsPage as View } from '#documents/contract';
import { withQuery } from '../shared/api.ts';
import { day } from '../shared/format.ts';
import { Link, useGo, useQueryText } from '../shared/navigation.tsx';
import { Due, Empty, Page, ProblemView, StateMark } from '../shared/page.tsx';
import { useEndless } from '../shared/query.ts';
import { RegisterTable, type Column } from '../shared/register-table.tsx';
import { SavedViews } from '../shared/saved-views.tsx';
import { useSharedText } from '../shared/texts.ts';
import { isEnded, stateTone, useKinds, useWord } from '../shared/words.ts';
import Why from './acts/why.tsx';
import { FileIntoModal } from './acts/file-into.tsx';
import { Parts } from './parts.tsx';
import { FILTERS, Filters } from './filters.tsx';
import { DocumentCard } from './document-card.tsx';
import { useText } from './texts.ts';

type Row = View['rows'][number];

/** The registers: one list, its filters in the address bar; on a wide screen the card stands beside it. */
export default function DocumentsPage() {
  const t = useText();
  const shared = useSharedText();
  const go = useGo();
  const isWide = useMediaQuery('(min-width: 1560px)', false, { getInitialValueInEffect: false });
  const [query, change] = useQueryText();
  const [filing, setFiling] = useState<Row[]>();
  const [asking, setAsking] = useState<string>();
  const filters = Object.fromEntries(FILTERS.map((name) => [name, query[name]]));
  const path = withQuery('/api/documents', filters);
  const list = useEndless<View>(path, (before) => withQuery('/api/documents', { ...filters, before }));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const first = list.data?.pages[0];
  const columns = useColumns(setAsking);
  const isFiltered = FILTERS.some((name) => name !== 'register' && query[name]);
  const openId = isWide ? query['open'] : undefined;
  const page = (
    <Page
      title={t('title')}
      actions={
        <>
          <Export filters={filters} />
          <SavedViews screen="documents" />
        </>
      }
    >
      <Parts now="registers" />
      <Filters />
      {list.isError && !list.data ? (
        <ProblemView error={list.error} again={() => void list.refetch()} />
      ) : (
        <RegisterTable
          name="documents"
          label={t('title')}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          nameOf={({ number, title }) => `${number ?? ''} ${title}`}
          onOpen={({ id, isMasked }) =>
            isMasked ? setAsking(id) : isWide ? change({ open: id }) : go(`/documents/${id}`)
          }
          openKey={openId}
          hasMore={list.hasNextPage}
          onMore={() => void (list.isFetchingNextPage || list.fetchNextPage())}
          isLoading={list.isPending}
          above={
            first && (
              <span className="quiet figures">
                {first.countIsExact
                  ? shared('rows', { count: first.count })
                  : shared('moreThan', { limit: first.count })}
              </span>
            )
          }
          bulk={(chosen) => (
            <Button size="compact-sm" onClick={() => setFiling(chosen.filter(({ isMasked }) => !isMasked))}>
              {t('fileInto')}
            </Button>
          )}
          empty={
            isFiltered ? (
              <Empty title={shared('nothingFound')}>
                <Button
                  mt={8}
                  variant="default"
                  size="xs"
                  onClick={() => go(withQuery('/documents', { register: query['register'] }))}
                >
                  {shared('clearFilters')}
                </Button>
              </Empty>
            ) : (
              <Empty title={t('empty')}>{t('emptyHint')}</Empty>
            )
          }
        />
      )}
      {asking && <Why id={asking} onClose={() => setAsking(undefined)} />}
      {filing && <FileIntoModal ids={filing.map(({ id }) => id)} onClose={() => setFiling(undefined)} />}
    </Page>
  );
  if (!openId) return page;
  return (
    <div className="pair">
      {page}
      <DocumentCard key={openId} id={openId} isBeside onClose={() => change({ open: null })} />
    </div>
  );
}

/** The list as it is filtered now, as a table for other programs. */
function Export({ filters }: { filters: Record<string, string | undefined> }) {
  const t = useText();
  const href = (format: string) => withQuery('/api/documents/export', { ...filters, format });
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconTableExport size={16} aria-hidden />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={href('xlsx')} download>
          Excel (XLSX)
        </Menu.Item>
        <Menu.Item component="a" href={href('csv')} download>
          CSV
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useColumns(onWhy: (id: string) => void): Column<Row>[] {
  const t = useText();
  const word = useWord();
  const { kindName } = useKinds();
  return [
    {
      name: 'number',
      title: t('number'),
      width: 116,
      cell: ({ id, number, isMasked }) =>
        isMasked ? number : <Link to={`/documents/${id}`}>{number ?? t('withoutNumber')}</Link>,
    },
    {
      name: 'registeredOn',
      title: t('registeredOn'),
      width: 96,
      cell: ({ registeredOn }) => <span className="figures">{day(registeredOn)}</span>,
    },
    {
      name: 'title',
      title: t('documentTitle'),
      cell: ({ id, title, access, isMasked }) =>
        isMasked ? (
          <>
            <IconLock size={14} aria-hidden style={{ verticalAlign: -2, marginRight: 4 }} />
            <span className="quiet">{t('restricted')}</span>{' '}
            <button type="button" className="as-link" onClick={() => onWhy(id)}>
              {t('whyNotSee')}
            </button>
          </>
        ) : (
          <span title={title}>
            {access === 'restricted' && (
              <IconLock size={14} aria-label={t('restricted')} style={{ verticalAlign: -2, marginRight: 4 }} />
            )}
            {title}
          </span>
        ),
    },
    {
      name: 'party',
      title: t('party'),
      width: 160,
      cell: ({ counterpartyName }) => <span title={counterpartyName ?? undefined}>{counterpartyName ?? '–'}</span>,
    },
    { name: 'kind', title: t('kind'), width: 140, isExtra: true, cell: ({ kind }) => (kind ? kindName(kind) : '–') },
    {
      name: 'state',
      title: t('state'),
      width: 118,
      cell: ({ state }) => (state ? <StateMark tone={stateTone(state)}>{word('state', state)}</StateMark> : '–'),
    },
    {
      name: 'dueOn',
      title: t('dueOn'),
      width: 118,
      cell: ({ dueOn, state }) => <Due on={dueOn} isDone={isEnded(state)} isBrief />,
    },
    { name: 'unit', title: t('unit'), width: 170, isExtra: true, cell: ({ unitName }) => unitName || '–' },
    { name: 'case', title: t('case'), width: 60, cell: ({ caseIndex }) => caseIndex ?? '–' },
    {
      name: 'channel',
      title: t('channel'),
      width: 120,
      isExtra: true,
      cell: ({ channel }) => word('channel', channel),
    },
    { name: 'medium', title: t('medium'), width: 110, isExtra: true, cell: ({ medium }) => word('medium', medium) },
    {
      name: 'files',
      title: t('files'),
      width: 64,
      isEnd: true,
      cell: ({ files, isMasked }) => (isMasked ? '–' : files),
    },
  ];
}
