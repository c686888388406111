import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AccountRow } from '#organisation/contract';
import { moment } from '../shared/format.ts';
import { Link, useQueryText } from '../shared/navigation.tsx';
import { Loaded, StateMark, type Tone } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { RegisterTable, type Column } from '../shared/register-table.tsx';
import { useText } from './texts.ts';
import { useRoles } from './use-roles.ts';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const ACCOUNT_TONE: Record<AccountRow['state'], Tone> = {
  none: 'plain',
  invited: 'accent',
  open: 'good',
  paused: 'warn',
  locked: 'bad',
};

/** Everybody with account and roles; a row opens the person. */
export function PeopleList() {
  const t = useText();
  const { roleName } = useRoles();
  const [query, change] = useQueryText();
  const [words, setWords] = useState(query['q'] ?? '');
  const people = useGet<AccountRow[]>('/api/accounts');
  const columns: Column<AccountRow>[] = [
    {
      name: 'name',
      title: t('name'),
      width: 210,
      cell: ({ id, name }) => <Link to={`/administration/people/${id}`}>{name}</Link>,
    },
    { name: 'jobTitle', title: t('jobTitle'), cell: ({ jobTitle }) => <span title={jobTitle}>{jobTitle}</span> },
    { name: 'unit', title: t('unit'), width: 190, cell: ({ unitName }) => unitName ?? '–' },
    {
      name: 'state',
      title: t('account'),
      width: 120,
      cell: ({ state }) => <StateMark tone={ACCOUNT_TONE[state]}>{t(`account.${state}`)}</StateMark>,
    },
    {
      name: 'roles',
      title: t('roles'),
      width: 210,
      cell: ({ roles }) => {
        const names = [...new Set(roles)].map(roleName).join(', ');
        return <span title={names}>{names || '–'}</span>;
      },
    },
    {
      name: 'lastSignInAt',
      title: t('lastSignIn'),
      width: 140,
      isExtra: true,
      cell: ({ lastSignInAt }) => <span className="figures">{moment(lastSignInAt)}</span>,
    },
  ];
  return (
    <Loaded of={people}>
      {(all) => (
        <RegisterTable
          name="accounts"
          label={t('people')}
          columns={columns}
          rows={all.filter(({ name, jobTitle, unitName, roles }) =>
            plain(`${name} ${jobTitle} ${unitName ?? ''} ${roles.map(roleName).join(' ')}`).includes(plain(words)),
          )}
          keyOf={({ id }) => id}
          nameOf={({ name }) => name}
          linkOf={({ id }) => `/administration/people/${id}`}
          above={
            <TextInput
              size="xs"
              w={260}
              aria-label={t('find')}
              placeholder={t('find')}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
              onBlur={() => change({ q: words })}
            />
          }
        />
      )}
    </Loaded>
  );
}
