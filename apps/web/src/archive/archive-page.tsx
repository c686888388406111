import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import type { ArchiveCase, ArchiveCases } from '#archive/contract';
import { ActButton } from '../shared/act.tsx';
import { del, withQuery } from '../shared/api.ts';
import { UnitSelect } from '../shared/fields.tsx';
import { Link, useGo, useQueryText } from '../shared/navigation.tsx';
import { Empty, Loaded, Page } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { RegisterTable, type Column } from '../shared/register-table.tsx';
import { useMay } from '../shared/session.ts';
import { useSharedText } from '../shared/texts.ts';
import { documentsOf, useCaseColumns } from './case-columns.tsx';
import { CloseCase } from './close-case.tsx';
import { useText } from './texts.ts';

const STATES = ['open', 'closed', 'destroyed', 'transferred'] as const;

/** The classification scheme of a year: its cases, their terms, what lies in them; the archivist closes them here. */
export default function ArchivePage() {
  const t = useText();
  const shared = useSharedText();
  const go = useGo();
  const mayManage = useMay('manage archive');
  const [query, change] = useQueryText();
  const [closing, setClosing] = useState<ArchiveCase>();
  const { year, state, unit, text } = query;
  const view = useGet<ArchiveCases>(withQuery('/api/archive/cases', { year, state, unit, text }), { keep: true });
  const isFiltered = Boolean(state || unit || text);
  const columns: Column<ArchiveCase>[] = [
    ...useCaseColumns(),
    ...(mayManage
      ? [
          {
            name: 'act',
            title: t('act'),
            width: 116,
            cell: (row: ArchiveCase) => <Act of={row} onClose={setClosing} />,
          },
        ]
      : []),
  ];
  return (
    <Page
      title={t('title')}
      actions={
        mayManage && (
          <Button variant="default" component={Link} to="/archive/disposal">
            {t('disposal')}
          </Button>
        )
      }
    >
      <div className="filters" role="group" aria-label={shared('filters')}>
        <Select
          size="xs"
          label={t('year')}
          w={100}
          allowDeselect={false}
          data={(view.data?.years.length ? view.data.years : [view.data?.year ?? new Date().getFullYear()]).map(String)}
          value={String(view.data?.year ?? year ?? new Date().getFullYear())}
          onChange={(value) => change({ year: value })}
        />
        <TypedText value={text ?? ''} label={t('text')} onChange={(value) => change({ text: value })} />
        <UnitSelect
          size="xs"
          label={t('unit')}
          placeholder={t('any')}
          clearable
          w={240}
          value={unit ?? null}
          onChange={(value) => change({ unit: value })}
        />
        <Select
          size="xs"
          label={t('state')}
          placeholder={t('any')}
          clearable
          w={150}
          data={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state ?? null}
          onChange={(value) => change({ state: value })}
        />
        {isFiltered && (
          <Button size="xs" variant="default" onClick={() => change({ state: null, unit: null, text: null })}>
            {shared('clearFilters')}
          </Button>
        )}
      </div>
      <Loaded of={view}>
        {({ cases }) => (
          <RegisterTable
            name="archive-cases"
            label={t('title')}
            columns={columns}
            rows={cases}
            keyOf={({ id }) => id}
            nameOf={({ index, title }) => `${index} ${title}`}
            onOpen={({ index }) => go(documentsOf(index))}
            onAct={mayManage ? (row) => row.state === 'open' && setClosing(row) : undefined}
            above={
              <span className="quiet figures">
                {t('cases', { count: cases.length })}
                {', '}
                {t('documentsInAll', { count: cases.reduce((all, { documents }) => all + documents, 0) })}
              </span>
            }
            empty={<Empty title={isFiltered ? shared('nothingFound') : t('none')} />}
          />
        )}
      </Loaded>
      {closing && <CloseCase of={closing} onClose={() => setClosing(undefined)} />}
    </Page>
  );
}

function Act({ of, onClose }: { of: ArchiveCase; onClose: (row: ArchiveCase) => void }) {
  const t = useText();
  const { id, index, state } = of;
  if (state === 'open') {
    return (
      <Button size="compact-xs" variant="default" aria-label={t('closeTitle', { index })} onClick={() => onClose(of)}>
        {t('close')}
      </Button>
    );
  }
  if (state !== 'closed') return null;
  return (
    <ActButton
      size="compact-xs"
      variant="subtle"
      aria-label={`${t('reopen')}: ${index}`}
      act={() => del(`/api/archive/cases/${id}/closure`)}
      done={t('reopened', { index })}
    >
      {t('reopen')}
    </ActButton>
  );
}

/** Asks the server when one stops typing. */
function TypedText({ value, label, onChange }: { value: string; label: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const later = useDebouncedCallback(onChange, 300);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  return (
    <TextInput
      size="xs"
      w={220}
      label={label}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
    />
  );
}
