import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ContractView } from '#invoices/contract';
import { post } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { today } from '../shared/format.ts';
import { Link, useParams } from '../shared/navigation.tsx';
import { Loaded, Page } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useSharedText } from '../shared/texts.ts';
import { ContractFacts } from './contract-facts.tsx';
import { ContractMark } from './marks.tsx';
import { useText } from './texts.ts';

/** One contract of the register. */
export default function ContractPage() {
  const t = useText();
  const { id } = useParams();
  const contract = useGet<ContractView>(`/api/contracts/${id}`);
  return (
    <Loaded of={contract}>
      {(view) => (
        <Page
          title={view.subject}
          sub={
            <span className="card-head">
              <strong className="figures" style={{ color: 'var(--ink)' }}>
                {view.number}
              </strong>
              <ContractMark state={view.state} />
              <span>{view.supplierName}</span>
              <Link to={`/documents/${view.id}`}>{t('contractCard')}</Link>
            </span>
          }
          actions={view.mayChange && <Acts view={view} />}
        >
          <ContractFacts view={view} />
        </Page>
      )}
    </Loaded>
  );
}

function Acts({ view }: { view: ContractView }) {
  const t = useText();
  const shared = useSharedText();
  const [isEnding, setIsEnding] = useState(false);
  const close = () => setIsEnding(false);
  const form = useActForm({
    initial: { endedOn: today() as string | null, reason: '' },
    send: ({ endedOn, reason }) => post(`/api/contracts/${view.id}/end`, { endedOn: endedOn ?? '', reason }),
    done: t('contractWasEnded'),
    onDone: close,
  });
  return (
    <>
      <Button component={Link} to={`/contracts/${view.id}/change`} variant="default">
        {t('change')}
      </Button>
      <Button variant="default" onClick={() => setIsEnding(true)}>
        {t('endContract')}
      </Button>
      {isEnding && (
        <Modal opened onClose={close} title={t('endContract')} closeButtonProps={{ 'aria-label': shared('close') }}>
          <ActForm form={form} submit={t('endContract')} onCancel={close}>
            <DayField label={t('endedOn')} required {...form.getInputProps('endedOn')} />
            <Textarea mt={12} label={t('reason')} required autosize minRows={2} {...form.getInputProps('reason')} />
          </ActForm>
        </Modal>
      )}
    </>
  );
}
