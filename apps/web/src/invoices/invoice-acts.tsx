import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { InvoiceAct, InvoiceView } from '#invoices/contract';
import { post } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { PersonSelect } from '../shared/fields.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { today } from '../shared/format.ts';
import { Notice } from '../shared/page.tsx';
import { useSharedText } from '../shared/texts.ts';
import { CodingForm } from './coding-form.tsx';
import { MatchForm } from './match-form.tsx';
import { ShareLinesForm } from './share-lines-form.tsx';
import { useText } from './texts.ts';

const FORMS = { code: CodingForm, match: MatchForm, 'share-lines': ShareLinesForm } as const;
type PlainAct = Exclude<InvoiceAct, keyof typeof FORMS>;

/** The next act first and filled, the others beside it. */
export function InvoiceActs({ view }: { view: InvoiceView }) {
  const t = useText();
  const shared = useSharedText();
  const [doing, setDoing] = useState<InvoiceAct>();
  const close = () => setDoing(undefined);
  const Form = doing && doing in FORMS ? FORMS[doing as keyof typeof FORMS] : undefined;
  return (
    <>
      {view.mayDo.map((act, place) => (
        <Button key={act} variant={place === 0 && isNext(act) ? 'filled' : 'default'} onClick={() => setDoing(act)}>
          {t(act === 'code' && view.coding.length ? 'act.recode' : `act.${act}`)}
        </Button>
      ))}
      {doing && (
        <Modal
          opened
          onClose={close}
          size={doing === 'code' ? 860 : 560}
          title={`${t(`act.${doing}`)}: ${view.supplierName}, ${view.number}`}
          closeButtonProps={{ 'aria-label': shared('close') }}
        >
          {Form ? (
            <Form view={view} onClose={close} />
          ) : (
            <ActDialog act={doing as PlainAct} view={view} onClose={close} />
          )}
        </Modal>
      )}
    </>
  );
}

/** Acts that move the invoice on its way; the others stand beside. */
const isNext = (act: InvoiceAct) => !['reject', 'match', 'share-lines'].includes(act);

const ADDRESS: Record<PlainAct, string> = {
  approve: 'approval',
  control: 'control',
  release: 'release',
  pay: 'payment',
  reject: 'rejection',
  'confirm-account': 'account-confirmation',
};

interface Values {
  note: string;
  reason: string;
  how: string;
  paidOn: string | null;
  sendLetter: boolean;
  signerId: string | null;
}

const bodyOf = (act: PlainAct, { note, reason, how, paidOn, sendLetter, signerId }: Values): object => {
  if (act === 'reject') return { reason, sendLetter, signerId: sendLetter ? signerId : null };
  if (act === 'confirm-account') return { how };
  return act === 'pay' ? { paidOn: paidOn ?? '', note } : { note };
};

function ActDialog({ act, view, onClose }: { act: PlainAct; view: InvoiceView; onClose: () => void }) {
  const t = useText();
  const form = useActForm({
    initial: { note: '', reason: '', how: '', paidOn: today(), sendLetter: true, signerId: null } as Values,
    send: (values: Values) => post(`/api/invoices/${view.id}/${ADDRESS[act]}`, bodyOf(act, values)),
    done: t(`did.${act}`),
    onDone: onClose,
  });
  return (
    <ActForm form={form} submit={t(`act.${act}`)} onCancel={onClose}>
      {act === 'approve' && <p>{t('approveHint')}</p>}
      {act === 'reject' && (
        <>
          <Textarea
            label={t('reason')}
            description={t('rejectHint')}
            required
            autosize
            minRows={3}
            data-autofocus
            {...form.getInputProps('reason')}
          />
          <Checkbox
            mt={16}
            label={t('sendLetter')}
            description={t('sendLetterHint')}
            {...form.getInputProps('sendLetter', { type: 'checkbox' })}
          />
          {form.values.sendLetter && (
            <PersonSelect
              mt={12}
              label={t('signer')}
              description={t('signerHint')}
              clearable
              {...form.getInputProps('signerId')}
            />
          )}
        </>
      )}
      {act === 'confirm-account' && (
        <>
          <Notice tone={view.account.state === 'changed' ? 'bad' : 'warn'} title={view.iban ?? ''}>
            <p>{t(view.account.state === 'changed' ? 'accountChanged' : 'accountNew')}</p>
          </Notice>
          <Textarea
            label={t('how')}
            description={t('howHint')}
            required
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('how')}
          />
        </>
      )}
      {act === 'pay' && <DayField label={t('paidOn')} required data-autofocus {...form.getInputProps('paidOn')} />}
      {['approve', 'control', 'release', 'pay'].includes(act) && (
        <Textarea mt={12} label={t('note')} autosize minRows={2} {...form.getInputProps('note')} />
      )}
    </ActForm>
  );
}
