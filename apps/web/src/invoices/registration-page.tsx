import { Checkbox, Select, TextInput } from '@mantine/core';
import type { InvoiceFields, InvoiceProposal } from '#invoices/contract';
import { ActButton } from '../shared/act.tsx';
import { post } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { PersonSelect, UnitSelect } from '../shared/fields.tsx';
import { FileViewer } from '../shared/file-viewer.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { amount, day, moment } from '../shared/format.ts';
import { Link, useGo, useParams } from '../shared/navigation.tsx';
import { Facts, Loaded, Notice, Page, Section } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { Recognition } from './recognition.tsx';
import { useText } from './texts.ts';

/** An item of the intake becomes an invoice: read by machine, or its main data typed beside the picture. */
export default function RegistrationPage() {
  const t = useText();
  const { itemId } = useParams();
  const proposal = useGet<InvoiceProposal>(`/api/invoices/proposals/${itemId}`);
  return (
    <Loaded of={proposal}>
      {(view) => (
        <Page
          title={t('registerTitle')}
          sub={
            <span className="card-head">
              <span>{view.subject}</span>
              <span>
                {t('sender')}: {view.senderName}
              </span>
              <span>
                {t('receivedAt')}: {moment(view.receivedAt)}
              </span>
            </span>
          }
        >
          {view.isRecognising && <Notice role="status">{t('recognising')}</Notice>}
          {view.duplicate && (
            <Notice tone="warn" role="alert" title={t('duplicate')}>
              <p>
                <Link to={`/invoices/${view.duplicate.id}`}>
                  {t('openDuplicate', { number: view.duplicate.number })}
                </Link>
              </p>
            </Notice>
          )}
          <div className="columns">
            <div>
              {view.isComplete ? <ReadForm view={view} /> : <TypedForm key={String(view.isRecognising)} view={view} />}
              {view.recognitions.map((recognition) => (
                <Recognition key={recognition.sha256} recognition={recognition} />
              ))}
            </div>
            <div>
              {view.files.map((file) => (
                <div key={file.id} style={{ marginBottom: 16 }}>
                  <FileViewer file={{ ...file, size: Number(file.size), href: `/api/invoices/files/${file.id}` }} />
                  {view.files.length > 1 && (
                    <ActButton
                      mt={8}
                      size="xs"
                      variant="default"
                      aria-label={`${t('anotherInvoice')}: ${file.name}`}
                      act={() => post(`/api/invoices/proposals/${view.itemId}/split`, { fileId: file.id })}
                      done={t('splitDone')}
                    >
                      {t('anotherInvoice')}
                    </ActButton>
                  )}
                </div>
              ))}
            </div>
          </div>
        </Page>
      )}
    </Loaded>
  );
}

const useDone = () => {
  const t = useText();
  const go = useGo();
  return { done: t('registered'), onDone: ({ id }: { id: string }) => go(`/invoices/${id}`) };
};

const KINDS = ['invoice', 'advance-report', 'acceptance-act', 'payment-document'] as const;

interface Chosen {
  unitId: string | null;
  approverId: string | null;
}

/** The machine read everything: only the unit is confirmed. */
function ReadForm({ view: { itemId, unitId, fields, accountState } }: { view: InvoiceProposal }) {
  const t = useText();
  const go = useGo();
  const form = useActForm({
    initial: { unitId, approverId: null } as Chosen,
    send: (values: Chosen) => post<{ id: string }>('/api/invoices', { itemId, ...values, unitId: values.unitId ?? '' }),
    ...useDone(),
  });
  const read = fields!;
  return (
    <ActForm form={form} submit={t('register')} onCancel={() => go('/invoices')}>
      <Notice>{t('readHint')}</Notice>
      {accountState === 'changed' && <Notice tone="bad">{t('accountChanged')}</Notice>}
      <Facts
        of={[
          [t('supplier'), read.supplierName],
          [t('registrationNumber'), read.supplierRegistrationNumber],
          [t('number'), `${read.isCreditNote ? `${t('creditNote')} ` : ''}${read.number}`],
          [t('issueDate'), day(read.issueDate)],
          [t('dueDate'), read.dueDate && day(read.dueDate)],
          [t('withVat'), `${amount(read.amountWithVat)} ${read.currency}`],
          [t('amountDue'), read.amountDue && `${amount(read.amountDue)} ${read.currency}`],
          [t('iban'), read.iban && `${read.iban} (${t(`account.${accountState}`)})`],
          [t('contract'), read.contractReference],
        ]}
      />
      <Receiver form={form} />
    </ActForm>
  );
}

type Typed = Chosen & { kind: string; fields: Record<keyof InvoiceFields, string | boolean | null> };

/** Nothing to read, or not enough: the main data are typed from the picture beside. */
function TypedForm({ view: { itemId, unitId, fields, senderName } }: { view: InvoiceProposal }) {
  const t = useText();
  const go = useGo();
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
      amountWithoutVat: fields?.amountWithoutVat ?? '',
      vatAmount: fields?.vatAmount ?? '',
      amountWithVat: fields?.amountWithVat ?? '',
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
        <Notice tone="warn">{t('typedHint')}</Notice>
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

function Receiver({ form }: { form: { getInputProps: (name: string) => object } }) {
  const t = useText();
  return (
    <div style={{ display: 'grid', gap: 12, marginTop: 16, maxWidth: 460 }}>
      <UnitSelect label={t('unit')} required {...form.getInputProps('unitId')} />
      <PersonSelect
        label={t('approver')}
        description={t('approverHint')}
        clearable
        {...form.getInputProps('approverId')}
      />
    </div>
  );
}
