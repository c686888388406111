import { Select, TextInput } from '@mantine/core';
import type { ContractRow, InvoiceView } from '#invoices/contract';
import { put } from '../shared/api.ts';
import { ActForm, useActForm } from '../shared/form.tsx';
import { amount } from '../shared/format.ts';
import { Loaded } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useText } from './texts.ts';

interface Props {
  view: InvoiceView;
  onClose: () => void;
}

/** What the invoice rests on: the supplier's contract, an order, an acceptance act. */
export function MatchForm({ view, onClose }: Props) {
  const contracts = useGet<ContractRow[]>(`/api/invoices/${view.id}/contracts`);
  return <Loaded of={contracts}>{(rows) => <Form view={view} contracts={rows} onClose={onClose} />}</Loaded>;
}

function Form({ view, contracts, onClose }: Props & { contracts: ContractRow[] }) {
  const t = useText();
  const { contract, order, act } = view.match;
  const form = useActForm({
    initial: {
      contractId: contract?.id ?? null,
      orderNumber: order?.number ?? view.orderReference ?? '',
      actNumber: act?.number ?? '',
    },
    send: ({ contractId, orderNumber, actNumber }) =>
      put(`/api/invoices/${view.id}/match`, {
        contractId,
        orderNumber: orderNumber || null,
        actNumber: actNumber || null,
      }),
    done: t('did.match'),
    onDone: onClose,
  });
  const options = contracts.map(({ id, number, subject, remaining, currency }) => ({
    value: id,
    label: [number, subject, remaining && t('left', { amount: `${amount(remaining)} ${currency}` })]
      .filter(Boolean)
      .join(' – '),
  }));
  return (
    <ActForm form={form} submit={t('save')} onCancel={onClose}>
      <Select
        label={t('contract')}
        description={view.contractReference ? t('contractNamed', { number: view.contractReference }) : undefined}
        placeholder={options.length ? undefined : t('noContractsOfSupplier')}
        clearable
        data={options}
        data-autofocus
        {...form.getInputProps('contractId')}
      />
      <TextInput mt={12} label={t('order')} description={t('byNumber')} {...form.getInputProps('orderNumber')} />
      <TextInput mt={12} label={t('acceptanceAct')} description={t('byNumber')} {...form.getInputProps('actNumber')} />
    </ActForm>
  );
}
