import { Button, Select } from '@mantine/core';
import type { AccountView, NewRole } from '#organisation/contract';
import { useAct } from '../shared/act.tsx';
import { del, post } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { UnitSelect } from '../shared/fields.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { day, today } from '../shared/format.ts';
import { Section, StateMark } from '../shared/page.tsx';
import { useLocale } from '../shared/text.ts';
import { useText } from './texts.ts';
import { useRoles } from './use-roles.ts';

/** Roles per unit with their days. */
export function RolesPlace({ person }: { person: AccountView }) {
  const t = useText();
  const act = useAct();
  const { roleName } = useRoles();
  const withdraw = ({ id, role, unitId, validFrom, validTo }: AccountView['roles'][number]) =>
    act(() => del(`/api/roles/${id}`), {
      done: t('roleWithdrawn'),
      undo: () => post(`/api/accounts/${person.id}/roles`, { role, unitId, validFrom, validTo }),
    });
  return (
    <Section title={t('roles')}>
      {person.roles.length === 0 && <p className="quiet">{t('noRoles')}</p>}
      <ul className="rows">
        {person.roles.map((role) => (
          <li key={role.id}>
            <div className="grow">
              {roleName(role.role)}
              <div className="meta figures">
                {role.unitName ?? t('everywhere')} · {day(role.validFrom)}–
                {role.validTo ? day(role.validTo) : t('noEnd')}
              </div>
            </div>
            {!role.isToday && <StateMark>{t(role.validFrom > today() ? 'notYet' : 'ended')}</StateMark>}
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('withdrawNamed', { role: roleName(role.role) })}
              onClick={() => void withdraw(role)}
            >
              {t('withdraw')}
            </Button>
          </li>
        ))}
      </ul>
      <RoleForm key={person.roles.length} personId={person.id} />
    </Section>
  );
}

function RoleForm({ personId }: { personId: string }) {
  const t = useText();
  const locale = useLocale();
  const { roles } = useRoles();
  const form = useActForm({
    initial: {
      role: null as NewRole['role'] | null,
      unitId: null as string | null,
      validFrom: today() as string | null,
      validTo: null as string | null,
    },
    send: (values) => post(`/api/accounts/${personId}/roles`, values),
    done: t('roleGranted'),
  });
  return (
    <ActForm isQuiet form={form} submit={t('grant')} label={t('grantRole')}>
      <div className="card-fields" style={{ marginTop: 12 }}>
        <Select
          label={t('role')}
          searchable
          data={roles.map((role) => ({ value: role.name, label: role[locale] }))}
          {...form.getInputProps('role')}
        />
        <UnitSelect label={t('where')} placeholder={t('everywhere')} clearable {...form.getInputProps('unitId')} />
        <DayField label={t('validFrom')} {...form.getInputProps('validFrom')} />
        <DayField label={t('validTo')} {...form.getInputProps('validTo')} />
      </div>
    </ActForm>
  );
}
