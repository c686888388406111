import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RegisterView } from '#documents/contract';
import { DayField } from '../shared/day-field.tsx';
import { CaseSelect, UnitSelect } from '../shared/fields.tsx';
import { useQueryText } from '../shared/navigation.tsx';
import { useSettledList } from '../shared/query.ts';
import { useLocale } from '../shared/text.ts';
import { useSharedText } from '../shared/texts.ts';
import { useKinds, useWord } from '../shared/words.ts';
import { useText } from './texts.ts';

/** What the address bar may hold; every view of a register is a link. */
export const FILTERS = [
  'register',
  'kind',
  'state',
  'direction',
  'medium',
  'unit',
  'caseIndex',
  'from',
  'to',
  'overdue',
  'number',
  'party',
  'signature',
] as const;

const STATES = [
  'registered',
  'in-resolution',
  'in-execution',
  'answered',
  'done',
  'in-approval',
  'to-sign',
  'signed',
  'sent',
  'cancelled',
];

export function Filters() {
  const t = useText();
  const shared = useSharedText();
  const locale = useLocale();
  const word = useWord();
  const { kinds } = useKinds();
  const [query, change] = useQueryText();
  const [isMore, setIsMore] = useState(
    ['kind', 'direction', 'medium', 'unit', 'caseIndex', 'signature'].some((name) => query[name]),
  );
  const { data: registers = [] } = useSettledList<RegisterView[]>('/api/registers');
  const size = 'xs' as const;
  const options = (group: 'state' | 'direction' | 'medium', names: string[]) =>
    names.map((name) => ({ value: name, label: word(group, name) }));
  const chosen = (name: string) => ({
    value: query[name] ?? null,
    onChange: (value: string | null) => change({ [name]: value }),
  });
  return (
    <div className="filters" role="group" aria-label={shared('filters')}>
      <Select
        size={size}
        label={t('register')}
        placeholder={t('allRegisters')}
        clearable
        searchable
        w={210}
        data={registers.map(({ code, name, nameEn }) => ({
          value: code,
          label: `${code} ${locale === 'en' ? nameEn : name}`,
        }))}
        {...chosen('register')}
      />
      <TypedFilter label={t('number')} name="number" w={100} />
      <TypedFilter label={t('party')} name="party" w={150} />
      <Select
        size={size}
        label={t('state')}
        placeholder={t('any')}
        clearable
        w={130}
        data={options('state', STATES)}
        {...chosen('state')}
      />
      <DayField size={size} label={t('from')} w={126} {...chosen('from')} />
      <DayField size={size} label={t('to')} w={126} {...chosen('to')} />
      {isMore && (
        <>
          <Select
            size={size}
            label={t('kind')}
            placeholder={t('any')}
            clearable
            searchable
            w={200}
            data={kinds.map((kind) => ({ value: kind.name, label: kind[locale] }))}
            {...chosen('kind')}
          />
          <Select
            size={size}
            label={t('direction')}
            placeholder={t('any')}
            clearable
            w={130}
            data={options('direction', ['incoming', 'outgoing', 'internal'])}
            {...chosen('direction')}
          />
          <Select
            size={size}
            label={t('medium')}
            placeholder={t('any')}
            clearable
            w={140}
            data={options('medium', ['electronic', 'paper', 'hybrid'])}
            {...chosen('medium')}
          />
          <Select
            size={size}
            label={t('signature')}
            placeholder={t('any')}
            clearable
            w={180}
            data={(['accepted', 'not-accepted'] as const).map((value) => ({ value, label: t(`signature.${value}`) }))}
            {...chosen('signature')}
          />
          <UnitSelect size={size} placeholder={t('any')} clearable w={200} {...chosen('unit')} />
          <CaseSelect size={size} placeholder={t('any')} clearable w={220} {...chosen('caseIndex')} />
        </>
      )}
      <Checkbox
        label={t('overdue')}
        checked={query['overdue'] === 'true'}
        onChange={(event) => change({ overdue: event.currentTarget.checked ? 'true' : null })}
        mb={6}
      />
      {!isMore && (
        <Button size={size} variant="subtle" onClick={() => setIsMore(true)}>
          {t('moreFilters')}
        </Button>
      )}
      {FILTERS.some((name) => query[name]) && (
        <Button
          size={size}
          variant="subtle"
          onClick={() => change(Object.fromEntries(FILTERS.map((name) => [name, null])))}
        >
          {shared('clearFilters')}
        </Button>
      )}
    </div>
  );
}

/** A text filter that goes into the address when one stops typing for a moment or presses Enter. */
function TypedFilter({ name, label, w }: { name: string; label: string; w: number }) {
  const [query, change] = useQueryText();
  const [text, setText] = useState(query[name] ?? '');
  return (
    <TextInput
      size="xs"
      label={label}
      w={w}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => text !== (query[name] ?? '') && change({ [name]: text })}
      onKeyDown={(event) => event.key === 'Enter' && change({ [name]: text })}
    />
  );
}
