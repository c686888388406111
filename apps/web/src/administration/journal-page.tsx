import { Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AuditEntry, AuditPage, VerificationView } from '#audit/contract';
import { ActButton } from '../shared/act.tsx';
import { get, post, withQuery } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { PersonSelect } from '../shared/fields.tsx';
import { moment, usePick } from '../shared/format.ts';
import { Link, useQueryText } from '../shared/navigation.tsx';
import { Empty, Notice, Page, ProblemView } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { RegisterTable, type Column } from '../shared/register-table.tsx';
import { Parts } from './parts.tsx';
import { useText } from './texts.ts';

const FILTERS = ['type', 'actor', 'from', 'to', 'subject'] as const;

/** The audit trail: every act, newest first, and whether the journal is whole. */
export default function JournalPage() {
  const t = useText();
  const pick = usePick();
  const [query, change] = useQueryText();
  const filters = Object.fromEntries(FILTERS.map((name) => [name, query[name]]));
  const path = withQuery('/api/audit', filters);
  const list = useInfiniteQuery({
    queryKey: [path, 'endless'],
    queryFn: ({ pageParam, signal }) =>
      get<AuditPage>(withQuery('/api/audit', { ...filters, before: pageParam }), signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const columns: Column<AuditEntry>[] = [
    { name: 'seq', title: t('seq'), width: 80, isEnd: true, cell: ({ seq }) => seq },
    { name: 'at', title: t('at'), width: 140, cell: ({ at }) => <span className="figures">{moment(at)}</span> },
    {
      name: 'actor',
      title: t('actor'),
      width: 220,
      cell: ({ actor, onBehalfOf }) => (
        <>
          {actor ?? t('system')}
          {onBehalfOf && <span className="quiet"> {t('inPlaceOf', { person: onBehalfOf })}</span>}
        </>
      ),
    },
    { name: 'act', title: t('act'), width: 240, cell: ({ text }) => pick(text) },
    {
      name: 'about',
      title: t('about'),
      cell: ({ subjectId, number, title }) =>
        title ? (
          <Link to={`/documents/${subjectId}`}>{[number, title].filter(Boolean).join(' ')}</Link>
        ) : (
          (number ?? '–')
        ),
    },
    {
      name: 'sealed',
      title: t('sealed'),
      width: 110,
      cell: ({ isSealed }) => (isSealed ? t('sealedYes') : t('sealedNo')),
    },
  ];
  const types = list.data?.pages[0]?.types ?? [];
  const field = (name: string) => ({
    size: 'xs' as const,
    value: query[name] ?? null,
    onChange: (value: string | null) => change({ [name]: value }),
  });
  return (
    <Page title={t('journal')}>
      <Parts now="journal" />
      <Verification />
      <div className="filters">
        <Select
          label={t('act')}
          placeholder={t('anyAct')}
          searchable
          clearable
          w={280}
          data={types.map(({ type, text }) => ({ value: type, label: pick(text) || type }))}
          {...field('type')}
        />
        <PersonSelect label={t('actor')} placeholder={t('anybody')} clearable w={260} {...field('actor')} />
        <DayField label={t('from')} w={130} {...field('from')} />
        <DayField label={t('to')} w={130} {...field('to')} />
      </div>
      {list.isError && !list.data ? (
        <ProblemView error={list.error} again={() => void list.refetch()} />
      ) : (
        <RegisterTable
          name="journal"
          label={t('journal')}
          columns={columns}
          rows={rows}
          keyOf={({ seq }) => String(seq)}
          nameOf={({ seq }) => String(seq)}
          hasMore={list.hasNextPage}
          onMore={() => void (list.isFetchingNextPage || list.fetchNextPage())}
          isLoading={list.isPending}
          empty={<Empty title={t('empty')} />}
          height="calc(100vh - 330px)"
        />
      )}
    </Page>
  );
}

function Verification() {
  const t = useText();
  const { data } = useGet<VerificationView>('/api/audit/verification');
  const last = data?.last;
  const words = !last
    ? t('neverVerified')
    : last.ok
      ? t('verifiedOk', { moment: moment(last.at), count: last.rows })
      : t('verifiedBad', { moment: moment(last.at), seq: last.firstWrong?.seq, reason: last.firstWrong?.reason });
  return (
    <Notice tone={last ? (last.ok ? 'good' : 'bad') : 'plain'} title={t('verification')}>
      <p>{words}</p>
      {last?.ok === false && <p>{t('verifiedBadHint')}</p>}
      <ActButton
        mt={6}
        size="xs"
        variant="default"
        act={() => post('/api/audit/verification', {})}
        done={t('verifyAsked')}
      >
        {t('verify')}
      </ActButton>
    </Notice>
  );
}
