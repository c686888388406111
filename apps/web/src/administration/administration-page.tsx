import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PersonView, UnitView } from '#organisation/contract';
import { day } from '../shared/format.ts';
import { Link, useQueryText } from '../shared/navigation.tsx';
import { Loaded, Page } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { RegisterTable, type Column } from '../shared/register-table.tsx';
import { useMay } from '../shared/session.ts';
import { Parts } from './parts.tsx';
import { PeopleList } from './people-list.tsx';
import { useText } from './texts.ts';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Who works here, and in what units. */
export default function AdministrationPage() {
  const t = useText();
  const [query] = useQueryText();
  const mayAdminister = useMay('administer');
  const part = query['part'] === 'units' ? 'units' : 'people';
  return (
    <Page
      title={t('title')}
      actions={
        mayAdminister && (
          <Button component={Link} to={`/administration/${part}/new`}>
            {t(part === 'units' ? 'newUnit' : 'newPerson')}
          </Button>
        )
      }
    >
      <Parts now={part} />
      {part === 'units' ? <Units /> : mayAdminister ? <PeopleList /> : <People />}
    </Page>
  );
}

/** The list without accounts, for those who only audit. */
function People() {
  const t = useText();
  const [words, setWords] = useState('');
  const people = useGet<PersonView[]>('/api/people');
  const columns: Column<PersonView>[] = [
    { name: 'name', title: t('name'), width: 240, cell: ({ name }) => name },
    { name: 'jobTitle', title: t('jobTitle'), cell: ({ jobTitle }) => jobTitle },
    { name: 'unit', title: t('unit'), width: 300, cell: ({ unitName }) => unitName ?? '–' },
    {
      name: 'councillor',
      title: t('councillor'),
      width: 110,
      cell: ({ isCouncillor }) => (isCouncillor ? t('yes') : ''),
    },
  ];
  return (
    <Loaded of={people}>
      {(all) => (
        <RegisterTable
          name="people"
          label={t('people')}
          columns={columns}
          rows={all.filter(({ name, jobTitle, unitName }) =>
            plain(`${name} ${jobTitle} ${unitName ?? ''}`).includes(plain(words)),
          )}
          keyOf={({ id }) => id}
          nameOf={({ name }) => name}
          above={
            <TextInput
              size="xs"
              w={260}
              aria-label={t('find')}
              placeholder={t('find')}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          }
        />
      )}
    </Loaded>
  );
}

function Units() {
  const t = useText();
  const units = useGet<UnitView[]>('/api/units');
  const mayAdminister = useMay('administer');
  const people = useGet<PersonView[]>('/api/people');
  const nameOf = (id: string | null) => units.data?.find((unit) => unit.id === id)?.name ?? '–';
  const headOf = (id: string | null) => people.data?.find((person) => person.id === id)?.name ?? '–';
  const columns: Column<UnitView>[] = [
    { name: 'code', title: t('code'), width: 100, cell: ({ code }) => code },
    {
      name: 'unitName',
      title: t('unitName'),
      cell: ({ id, name }) => (mayAdminister ? <Link to={`/administration/units/${id}`}>{name}</Link> : name),
    },
    { name: 'parent', title: t('parent'), width: 260, cell: ({ parentId }) => nameOf(parentId) },
    { name: 'head', title: t('head'), width: 200, cell: ({ headId }) => headOf(headId) },
    {
      name: 'until',
      title: t('unitUntil'),
      width: 120,
      cell: ({ activeUntil }) => <span className="figures">{activeUntil && day(activeUntil)}</span>,
    },
  ];
  return (
    <Loaded of={units}>
      {(all) => (
        <RegisterTable
          name="units"
          label={t('units')}
          columns={columns}
          rows={all}
          keyOf={({ id }) => id}
          nameOf={({ name }) => name}
        />
      )}
    </Loaded>
  );
}
