import { Checkbox, TextInput } from '@mantine/core';
import type { AccountView, PersonDetails } from '#organisation/contract';
import { DayField } from '../shared/day-field.tsx';
import { UnitSelect } from '../shared/fields.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { useSharedText } from '../shared/texts.ts';
import { useText } from './texts.ts';

interface PersonFormProps<Given> {
  person?: AccountView;
  send: (person: PersonDetails) => Promise<Given>;
  done: string;
  onDone?: (given: Given) => void;
}

/** Who somebody is and from when till when works here. */
export function PersonForm<Given>({ person, send, done, onDone }: PersonFormProps<Given>) {
  const t = useText();
  const shared = useSharedText();
  const form = useActForm<PersonDetails, Given>({
    initial: {
      givenName: person?.givenName ?? '',
      familyName: person?.familyName ?? '',
      jobTitle: person?.jobTitle ?? '',
      email: person?.email ?? '',
      phone: person?.phone ?? '',
      unitId: person?.unitId ?? null,
      isCouncillor: person?.isCouncillor ?? false,
      activeFrom: person?.activeFrom ?? null,
      activeUntil: person?.activeUntil ?? null,
    },
    send,
    done,
    onDone,
  });
  return (
    <ActForm form={form} submit={shared('save')} label={t('details')}>
      <div className="card-fields">
        <TextInput label={t('givenName')} {...form.getInputProps('givenName')} />
        <TextInput label={t('familyName')} {...form.getInputProps('familyName')} />
        <TextInput label={t('jobTitle')} {...form.getInputProps('jobTitle')} />
        <UnitSelect clearable {...form.getInputProps('unitId')} />
        <TextInput label={t('email')} type="email" {...form.getInputProps('email')} />
        <TextInput label={t('phone')} {...form.getInputProps('phone')} />
        <DayField label={t('activeFrom')} {...form.getInputProps('activeFrom')} />
        <DayField label={t('activeUntil')} {...form.getInputProps('activeUntil')} />
        <Checkbox
          className="wide"
          label={t('isCouncillor')}
          {...form.getInputProps('isCouncillor', { type: 'checkbox' })}
        />
      </div>
    </ActForm>
  );
}
