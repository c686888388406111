import { Button } from '@mantine/core';
import { useState } from 'react';
import type { InvoiceProposal } from '#invoices/contract';
import { ActButton } from '../shared/act.tsx';
import { post } from '../shared/api.ts';
import { DismissModal } from '../intake/dismiss.tsx';
import { FileViewer } from '../shared/file-viewer.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { amount, day, moment } from '../shared/format.ts';
import { Link, useGo, useParams } from '../shared/navigation.tsx';
import { Facts, Loaded, Notice, Page } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { Recognition } from './recognition.tsx';
import { Receiver, useDone, type Chosen } from './registration-parts.tsx';
import { useText } from './texts.ts';
import { TypedForm } from './typed-form.tsx';

/** An item of the intake becomes an invoice: read by machine, or its main data typed beside the picture; or it is put aside. */
export default function RegistrationPage() {
  const t = useText();
  const { itemId } = useParams();
  const proposal = useGet<InvoiceProposal>(`/api/invoices/proposals/${itemId}`);
  const [isDismissing, setIsDismissing] = useState(false);
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
          actions={
            view.state === 'new' && (
              <Button variant="default" onClick={() => setIsDismissing(true)}>
                {t('dismiss')}
              </Button>
            )
          }
        >
          <Warnings view={view} />
          <div className="columns">
            <div>
              {view.state === 'new' &&
                (view.isComplete ? (
                  <ReadForm view={view} />
                ) : (
                  <TypedForm key={String(view.isRecognising)} view={view} />
                ))}
              {view.recognitions.map((recognition) => (
                <Recognition key={recognition.sha256} recognition={recognition} />
              ))}
            </div>
            <Files view={view} />
          </div>
          {isDismissing && <DismissModal id={view.itemId} onClose={() => setIsDismissing(false)} to="/invoices" />}
        </Page>
      )}
    </Loaded>
  );
}

/** What has to be known before the item is registered. */
function Warnings({ view: { state, documentId, isRecognising, duplicate, isForUs } }: { view: InvoiceProposal }) {
  const t = useText();
  return (
    <>
      {state !== 'new' && (
        <Notice role="status" title={t(state === 'registered' ? 'itemRegistered' : 'itemDismissed')}>
          {documentId && (
            <p>
              <Link to={`/invoices/${documentId}`}>{t('openInvoice')}</Link>
            </p>
          )}
        </Notice>
      )}
      {state === 'new' && isRecognising && <Notice role="status">{t('recognising')}</Notice>}
      {duplicate && (
        <Notice tone="warn" role="alert" title={t('duplicate')}>
          <p>
            <Link to={`/invoices/${duplicate.id}`}>{t('openDuplicate', { number: duplicate.number })}</Link>.{' '}
            {t('duplicateHint')}
          </p>
        </Notice>
      )}
      {isForUs === false && (
        <Notice tone="bad" role="alert" title={t('notForUs')}>
          <p>{t('notForUsHint')}</p>
        </Notice>
      )}
    </>
  );
}

/** What came, each to be looked at; of several, one may be another invoice. */
function Files({ view }: { view: InvoiceProposal }) {
  const t = useText();
  return (
    <div>
      {view.files.map((file) => (
        <div key={file.id} style={{ marginBottom: 16 }}>
          <FileViewer file={{ ...file, size: Number(file.size), href: `/api/invoices/files/${file.id}` }} />
          {view.state === 'new' && view.files.length > 1 && (
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
  );
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
