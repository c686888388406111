import { Checkbox, Select, TextInput } from '@mantine/core';
import type { InvoiceFields, InvoiceProposal } from '#invoices/contract';
import { post } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { useGo } from '../shared/navigation.tsx';
import { Notice, Section } from '../shared/page.tsx';
import { Receiver, useDone, type Chosen } from './registration-parts.tsx';
import { useText } from './texts.ts';

type Typed = Chosen & { kind: string; fields: Record<keyof InvoiceFields, string | boolean | null> };

const KINDS = ['invoice', 'advance-report', 'acceptance-act', 'payment-document'] as const;

const shown = (text: string | null | undefined) => (text ?? '').replace('.', ',');

/** Nothing to read, or not enough: the main data are typed from the picture beside. */
export function TypedForm({ view: { itemId, unitId, fields, senderName } }: { view: InvoiceProposal }) {
  const t = useText();
  const go = useGo();
  const isPartlyRead = fields !== null;
  const initial: Typed = {
    kind: 'invoice',
    unitId,
    approverId: null,
    fields: {
      supplierName: fields?.supplierName ?? senderName,
      supplierRegistrationNumber: fields?.supplierRegistrationNumber ?? '',
      supplierVatNumber: fields?.supplierVatNumber ?? '',
      number: fields?.number ?? '',
      issueDate: fields?.issueDate ?? null,
      dueDate: fields?.dueDate ?? null,
      currency: fields?.currency ?? 'EUR',
      amountWithoutVat: shown(fields?.amountWithoutVat),
      vatAmount: shown(fields?.vatAmount),
      amountWithVat: shown(fields?.amountWithVat),
      amountDue: null,
      iban: fields?.iban ?? '',
      paymentReference: '',
      contractReference: fields?.contractReference ?? '',
      isCreditNote: fields?.isCreditNote ?? false,
    },
  };
  const form = useActForm({
    initial,
    send: ({ fields: typed, ...values }: Typed) =>
      post<{ id: string }>('/api/invoices', {
        itemId,
        ...values,
        unitId: values.unitId ?? '',
        fields: Object.fromEntries(
          Object.entries(typed).map(([name, value]) => [
            name,
            value === '' && !REQUIRED.includes(name) ? null : (value ?? (REQUIRED.includes(name) ? '' : null)),
          ]),
        ),
      }),
    draft: `invoice-${itemId}`,
    ...useDone(),
  });
  const field = (name: keyof InvoiceFields) => form.getInputProps(`fields.${name}`);
  return (
    <ActForm form={form} submit={t('register')} onCancel={() => go('/invoices')}>
      <Section title={t('typed')}>
        <Notice tone="warn">{t(isPartlyRead ? 'partlyReadHint' : 'typedHint')}</Notice>
        <div className="card-fields">
          <Select
            className="wide"
            label={t('typeCode')}
            allowDeselect={false}
            data={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            {...form.getInputProps('kind')}
          />
          <TextInput className="wide" label={t('supplier')} required {...field('supplierName')} />
          <TextInput label={t('registrationNumber')} {...field('supplierRegistrationNumber')} />
          <TextInput label={t('vatNumber')} {...field('supplierVatNumber')} />
          <TextInput label={t('number')} required {...field('number')} />
          <TextInput label={t('contract')} {...field('contractReference')} />
          <DayField label={t('issueDate')} required {...field('issueDate')} />
          <DayField label={t('dueDate')} {...field('dueDate')} />
          <TextInput label={t('withoutVat')} inputMode="decimal" {...field('amountWithoutVat')} />
          <TextInput label={t('vat')} inputMode="decimal" {...field('vatAmount')} />
          <TextInput label={t('withVat')} required inputMode="decimal" {...field('amountWithVat')} />
          <TextInput label={t('currency')} required maxLength={3} {...field('currency')} />
          <TextInput label={t('iban')} {...field('iban')} />
          <TextInput label={t('paymentReference')} {...field('paymentReference')} />
          <Checkbox label={t('creditNote')} {...form.getInputProps('fields.isCreditNote', { type: 'checkbox' })} />
        </div>
      </Section>
      <Receiver form={form} />
    </ActForm>
  );
}

const REQUIRED = ['supplierName', 'number', 'issueDate', 'amountWithVat', 'currency'];
