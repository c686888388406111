import { NumberInput, TextInput } from '@mantine/core';
import type { ContractView } from '#invoices/contract';
import { post, put } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { PersonSelect, UnitSelect } from '../shared/fields.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { useGo, useParams } from '../shared/navigation.tsx';
import { Loaded, Page } from '../shared/page.tsx';
import { useOnce } from '../shared/query.ts';
import { OtherParties } from './other-parties.tsx';
import { useText } from './texts.ts';

/** A contract entered, or its data changed. */
export default function ContractFormPage() {
  const { id } = useParams();
  return id ? <Changed id={id} /> : <Form />;
}

function Changed({ id }: { id: string }) {
  const contract = useOnce<ContractView>(`/api/contracts/${id}`);
  return <Loaded of={contract}>{(view) => <Form view={view} />}</Loaded>;
}

function Form({ view }: { view?: ContractView }) {
  const t = useText();
  const go = useGo();
  const form = useActForm({
    initial: {
      supplierName: view?.supplierName ?? '',
      supplierRegistrationNumber: view?.supplierRegistrationNumber ?? '',
      otherParties: (view?.otherParties ?? []).map(({ name, registrationNumber }) => ({
        name,
        registrationNumber: registrationNumber ?? '',
      })),
      subject: view?.subject ?? '',
      theirNumber: view?.theirNumber ?? '',
      procurement: view?.procurement ?? '',
      signedOn: view?.signedOn ?? (null as string | null),
      validFrom: view?.validFrom ?? (null as string | null),
      validTo: view?.validTo ?? (null as string | null),
      value: view?.value?.replace('.', ',') ?? '',
      unitId: view?.unitId ?? (null as string | null),
      responsibleId: view?.responsibleId ?? (null as string | null),
      remindDays: view?.remindDays ?? 30,
    },
    send: async (values) => {
      const { supplierRegistrationNumber, theirNumber, procurement, value } = values;
      const fields = {
        ...values,
        supplierRegistrationNumber: supplierRegistrationNumber || null,
        theirNumber: theirNumber || null,
        procurement: procurement || null,
        value: value || null,
        otherParties: values.otherParties.map((party) => ({
          ...party,
          registrationNumber: party.registrationNumber || null,
        })),
        signedOn: values.signedOn,
        validFrom: values.validFrom ?? '',
        unitId: values.unitId ?? '',
        responsibleId: values.responsibleId ?? '',
      };
      if (!view) return post<{ id: string }>('/api/contracts', fields);
      await put(`/api/contracts/${view.id}`, fields);
      return { id: view.id };
    },
    done: t(view ? 'contractChanged' : 'contractEntered'),
    onDone: ({ id }: { id: string }) => go(`/contracts/${id}`),
    ...(view ? {} : { draft: 'contract' }),
  });
  return (
    <Page title={t(view ? 'changeContract' : 'newContract')}>
      <ActForm
        form={form}
        submit={t('save')}
        label={t('contract')}
        onCancel={() => go(view ? `/contracts/${view.id}` : '/contracts')}
      >
        <div className="card-fields">
          <TextInput className="wide" label={t('supplier')} required {...form.getInputProps('supplierName')} />
          <TextInput label={t('registrationNumber')} {...form.getInputProps('supplierRegistrationNumber')} />
          <TextInput label={t('theirNumber')} {...form.getInputProps('theirNumber')} />
          <OtherParties
            count={form.values.otherParties.length}
            field={form.getInputProps}
            onAdd={() => form.insertListItem('otherParties', { name: '', registrationNumber: '' })}
            onRemove={(place) => form.removeListItem('otherParties', place)}
          />
          <TextInput className="wide" label={t('subject')} required {...form.getInputProps('subject')} />
          <DayField label={t('signedOn')} description={t('signedOnHint')} {...form.getInputProps('signedOn')} />
          <TextInput label={t('procurement')} {...form.getInputProps('procurement')} />
          <DayField label={t('validFrom')} required {...form.getInputProps('validFrom')} />
          <DayField label={t('validTo')} description={t('validToHint')} {...form.getInputProps('validTo')} />
          <TextInput
            label={`${t('value')}, EUR`}
            description={t('valueHint')}
            inputMode="decimal"
            {...form.getInputProps('value')}
          />
          <NumberInput label={t('remindDays')} min={0} max={365} {...form.getInputProps('remindDays')} />
          <UnitSelect required {...form.getInputProps('unitId')} />
          <PersonSelect label={t('responsible')} required {...form.getInputProps('responsibleId')} />
        </div>
      </ActForm>
    </Page>
  );
}
