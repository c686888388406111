import { Button, Checkbox, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AccountView, Invitation } from '#organisation/contract';
import { ActButton, useAct } from '../shared/act.tsx';
import { del, post, put } from '../shared/api.ts';
import { ActForm, useActForm } from '../shared/form.tsx';
import { moment } from '../shared/format.ts';
import { Facts, Notice, Section, StateMark } from '../shared/page.tsx';
import { ShownOnce } from '../shared/shown-once.tsx';
import { useSharedText } from '../shared/texts.ts';
import { ACCOUNT_TONE } from './people-list.tsx';
import { useText } from './texts.ts';

/** The account: user name, password by a one-time link, lock. */
export function AccountPlace({ person }: { person: AccountView }) {
  const t = useText();
  const shared = useSharedText();
  const act = useAct();
  const [invitation, setInvitation] = useState<Invitation>();
  const [isAsking, setIsAsking] = useState(false);
  const path = `/api/accounts/${person.id}`;
  const lock = () => act(() => put(`${path}/lock`), { done: t('locked'), undo: () => del(`${path}/lock`) });
  const [byEmail, setByEmail] = useState(person.email !== '');
  const invite = async () => {
    setIsAsking(false);
    setInvitation(await act(() => post<Invitation>(`${path}/invitation`, { byEmail })));
  };
  return (
    <Section title={t('account')}>
      <Facts
        of={[
          [
            t('accountState'),
            <StateMark key="state" tone={ACCOUNT_TONE[person.state]}>
              {t(`account.${person.state}`)}
            </StateMark>,
          ],
          [t('lastSignIn'), person.lastSignInAt && moment(person.lastSignInAt)],
          [t('pausedUntil'), person.state === 'paused' && moment(person.lockedUntil)],
          [t('invitedUntil'), person.state === 'invited' && person.invitedUntil && moment(person.invitedUntil)],
          [t('identity'), person.hasIdentity && t('yes')],
        ]}
      />
      <UsernameForm person={person} />
      {person.username && (
        <Group mt={12} gap={8}>
          <Button variant="default" onClick={() => setIsAsking(true)}>
            {t(person.state === 'open' ? 'resetPassword' : 'issueLink')}
          </Button>
          {(person.state === 'locked' || person.state === 'paused') && (
            <ActButton variant="default" act={() => del(`${path}/lock`)} done={t('unlocked')}>
              {t('unlock')}
            </ActButton>
          )}
          {person.state !== 'locked' && (
            <Button variant="default" onClick={() => void lock()}>
              {t('lock')}
            </Button>
          )}
        </Group>
      )}
      <Modal
        opened={isAsking}
        onClose={() => setIsAsking(false)}
        title={t(person.state === 'open' ? 'resetTitle' : 'issueLink')}
        closeButtonProps={{ 'aria-label': shared('close') }}
      >
        {person.state === 'open' && <p>{t('resetExplain')}</p>}
        <Checkbox
          label={person.email ? t('linkByEmail', { address: person.email }) : t('linkNoEmail')}
          disabled={!person.email}
          checked={byEmail}
          onChange={(event) => setByEmail(event.currentTarget.checked)}
        />
        <Group mt={16} gap={8}>
          <Button data-autofocus onClick={() => void invite()}>
            {t(person.state === 'open' ? 'resetPassword' : 'issueLink')}
          </Button>
          <Button variant="default" onClick={() => setIsAsking(false)}>
            {shared('cancel')}
          </Button>
        </Group>
      </Modal>
      {invitation && <OneTimeLink {...invitation} wasAsked={byEmail} onClose={() => setInvitation(undefined)} />}
    </Section>
  );
}

function UsernameForm({ person }: { person: AccountView }) {
  const t = useText();
  const form = useActForm({
    initial: { username: person.username ?? '' },
    send: (values) => put(`/api/accounts/${person.id}/username`, values),
    done: t('usernameSaved'),
  });
  return (
    <ActForm isQuiet form={form} submit={t(person.username ? 'rename' : 'openAccount')}>
      <TextInput mt={8} maw={320} label={t('username')} autoComplete="off" {...form.getInputProps('username')} />
    </ActForm>
  );
}

function OneTimeLink({
  link,
  until,
  sentTo,
  wasAsked,
  onClose,
}: Invitation & { wasAsked: boolean; onClose: () => void }) {
  const t = useText();
  const shared = useSharedText();
  return (
    <Modal opened onClose={onClose} title={t('linkTitle')} closeButtonProps={{ 'aria-label': shared('close') }}>
      {sentTo && <Notice tone="good">{t('linkSent', { address: sentTo })}</Notice>}
      {wasAsked && !sentTo && <Notice tone="bad">{t('linkNotSent')}</Notice>}
      <Notice tone="warn">{t('linkExplain', { moment: moment(until) })}</Notice>
      <ShownOnce label={t('link')} value={link} />
    </Modal>
  );
}
