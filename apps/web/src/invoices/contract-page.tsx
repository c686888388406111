import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DocumentCard } from '#documents/contract';
import type { ContractView } from '#invoices/contract';
import { post } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { today } from '../shared/format.ts';
import { Link, useParams } from '../shared/navigation.tsx';
import { Loaded, Page } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useMay } from '../shared/session.ts';
import { useSharedText } from '../shared/texts.ts';
import { ContractFacts, ContractMoney, partiesOf } from './contract-facts.tsx';
import { ContractFiles } from './contract-files.tsx';
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
                {view.number ?? t('withoutNumber')}
              </strong>
              <ContractMark state={view.state} />
              <span>{view.supplierName}</span>
              <Link to={`/documents/${view.id}`}>{t('contractCard')}</Link>
            </span>
          }
          actions={<Acts view={view} />}
        >
          <ContractFacts view={view} />
          <ContractFiles view={view} />
          <ContractMoney view={view} />
        </Page>
      )}
    </Loaded>
  );
}

function Acts({ view }: { view: ContractView }) {
  const t = useText();
  const mayDraft = useMay('draft');
  const { data: card } = useGet<DocumentCard>(`/api/documents/${view.id}`);
  const [doing, setDoing] = useState<'end' | 'send' | null>(null);
  const close = () => setDoing(null);
  const isReady = view.state === 'draft' && mayDraft && card?.files.some(({ supersededAt }) => !supersededAt);
  return (
    <>
      {isReady && (
        <Button component={Link} to={`/documents/${view.id}?do=start-route`}>
          {t('toRoute')}
        </Button>
      )}
      {view.maySend && (
        <Button variant={view.isSignedByAll ? 'default' : 'filled'} onClick={() => setDoing('send')}>
          {t('sendContract')}
        </Button>
      )}
      {view.mayChange && (
        <Button component={Link} to={`/contracts/${view.id}/change`} variant="default">
          {t('change')}
        </Button>
      )}
      {view.mayEnd && (
        <Button variant="default" onClick={() => setDoing('end')}>
          {t('endContract')}
        </Button>
      )}
      {doing === 'end' && <End view={view} onClose={close} />}
      {doing === 'send' && <Send view={view} onClose={close} />}
    </>
  );
}

interface DialogProps {
  view: ContractView;
  onClose: () => void;
}

function End({ view: { id }, onClose }: DialogProps) {
  const t = useText();
  const shared = useSharedText();
  const form = useActForm({
    initial: { endedOn: today() as string | null, reason: '' },
    send: ({ endedOn, reason }) => post(`/api/contracts/${id}/end`, { endedOn: endedOn ?? '', reason }),
    done: t('contractWasEnded'),
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('endContract')} closeButtonProps={{ 'aria-label': shared('close') }}>
      <ActForm form={form} submit={t('endContract')} onCancel={onClose}>
        <DayField label={t('endedOn')} required {...form.getInputProps('endedOn')} />
        <Textarea mt={12} label={t('reason')} required autosize minRows={2} {...form.getInputProps('reason')} />
      </ActForm>
    </Modal>
  );
}

function Send({ view, onClose }: DialogProps) {
  const parties = partiesOf(view).map(({ name }, place) => ({ value: `${place}`, label: name }));
  const t = useText();
  const shared = useSharedText();
  const form = useActForm({
    initial: { party: '0' as string | null, address: '' },
    send: ({ party, address }) => post(`/api/contracts/${view.id}/sending`, { party: Number(party), address }),
    done: t('contractSent'),
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('sendTitle')} closeButtonProps={{ 'aria-label': shared('close') }}>
      <ActForm form={form} submit={t('send')} onCancel={onClose}>
        {parties.length > 1 && (
          <Select mb={8} label={t('party')} allowDeselect={false} data={parties} {...form.getInputProps('party')} />
        )}
        <TextInput label={t('sendAddress')} description={t('sendAddressHint')} {...form.getInputProps('address')} />
      </ActForm>
    </Modal>
  );
}
