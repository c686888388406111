import { Button, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { IssuedKey, KeyView } from '#organisation/contract';
import { Parts } from '../administration/parts.tsx';
import { useRoles } from '../administration/use-roles.ts';
import { del, post } from '../shared/api.ts';
import { Confirm } from '../shared/confirm.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { day } from '../shared/format.ts';
import { Empty, Loaded, Notice, Page, Section, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { ShownOnce } from '../shared/shown-once.tsx';
import { SmallTable } from '../shared/small-table.tsx';
import { useSharedText } from '../shared/texts.ts';
import { useText } from './texts.ts';

/** The systems that sign in by a key: who has one, until when; issuing and revoking. */
export default function KeysPage() {
  const t = useText();
  const keys = useGet<KeyView[]>('/api/keys');
  return (
    <Page title={t('title')} sub={t('sub')}>
      <Parts now="keys" />
      <Section title={t('keys')}>
        <Loaded of={keys}>{(all) => (all.length > 0 ? <Keys of={all} /> : <Empty>{t('none')}</Empty>)}</Loaded>
      </Section>
      <Section title={t('new')}>
        <NewKeyForm />
      </Section>
    </Page>
  );
}

function Keys({ of: keys }: { of: KeyView[] }) {
  const t = useText();
  const { roleName } = useRoles();
  const [revoking, setRevoking] = useState<KeyView>();
  return (
    <>
      <SmallTable
        label={t('keys')}
        head={[
          { title: t('name') },
          { title: t('role') },
          { title: t('issued'), isEnd: true },
          { title: t('expires'), isEnd: true },
          { title: t('act') },
        ]}
        rows={keys.map((key) => ({
          key: key.id,
          cells: [
            key.name,
            roleName(key.role),
            day(key.issuedAt),
            key.isOver ? <StateMark tone="warn">{t('over')}</StateMark> : day(key.expiresAt),
            <Button
              key="revoke"
              size="compact-sm"
              variant="default"
              aria-label={t('revokeNamed', { name: key.name })}
              onClick={() => setRevoking(key)}
            >
              {t('revoke')}
            </Button>,
          ],
        }))}
      />
      {revoking && (
        <Confirm
          title={t('revokeTitle')}
          verb={t('revoke')}
          act={() => del(`/api/keys/${revoking.id}`)}
          done={t('revoked')}
          onClose={() => setRevoking(undefined)}
        >
          <p>{t('revokeExplain', { name: revoking.name })}</p>
        </Confirm>
      )}
    </>
  );
}

/** What other systems may be; more roles are listed when there are more. */
const SYSTEM_ROLES = ['accounting-system'];

function NewKeyForm() {
  const t = useText();
  const { roleName } = useRoles();
  const [issued, setIssued] = useState<{ name: string; secret: string }>();
  const form = useActForm({
    initial: { name: '', role: SYSTEM_ROLES[0]!, days: 365 },
    send: (values) => post<IssuedKey>('/api/keys', values),
    onDone: ({ key }, { name }) => {
      setIssued({ name, secret: key });
      form.setFieldValue('name', '');
    },
  });
  return (
    <>
      <ActForm isQuiet form={form} submit={t('issue')}>
        <div className="card-fields" style={{ marginTop: 8 }}>
          <TextInput label={t('name')} autoComplete="off" {...form.getInputProps('name')} />
          <Select
            label={t('role')}
            allowDeselect={false}
            data={SYSTEM_ROLES.map((role) => ({ value: role, label: roleName(role) }))}
            {...form.getInputProps('role')}
          />
          <NumberInput label={t('days')} min={1} max={1100} allowDecimal={false} {...form.getInputProps('days')} />
        </div>
      </ActForm>
      {issued && <Shown {...issued} onClose={() => setIssued(undefined)} />}
    </>
  );
}

/** The key, once. */
function Shown({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  const t = useText();
  const shared = useSharedText();
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={t('issuedTitle', { name })}
      closeButtonProps={{ 'aria-label': shared('close') }}
    >
      <Notice tone="warn">{t('issuedExplain')}</Notice>
      <ShownOnce label={t('key')} value={secret} />
    </Modal>
  );
}
