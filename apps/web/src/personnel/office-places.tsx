import { Button, Checkbox, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AcquaintanceRow, BalanceRow, TrainingRow } from '#personnel/contract';
import { post } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { PersonSelect } from '../shared/fields.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { moment, today } from '../shared/format.ts';
import { Link, useQueryText } from '../shared/navigation.tsx';
import { Due, Empty, Loaded, Section, StateMark } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { RegisterTable } from '../shared/register-table.tsx';
import { useLocale } from '../shared/text.ts';
import { useSharedText } from '../shared/texts.ts';
import { acquaintanceTone, useLeaveKinds } from './leave-words.ts';
import { Period } from './mine-place.tsx';
import { ReasonModal } from './reason-modal.tsx';
import { useText } from './texts.ts';

/** Who has not got acquainted yet; a refusal is recorded here. */
export function AcquaintancesPlace() {
  const t = useText();
  const list = useGet<AcquaintanceRow[]>('/api/personnel/acquaintances');
  const [refusing, setRefusing] = useState<AcquaintanceRow>();
  return (
    <Section title={t('overdueList')}>
      <Loaded of={list}>
        {(rows) => (
          <RegisterTable
            name="acquaintances"
            label={t('overdueList')}
            rows={rows}
            keyOf={({ id }) => id}
            nameOf={({ person, title }) => `${person.name}: ${title}`}
            linkOf={({ documentId, announcementId }) =>
              documentId ? `/documents/${documentId}` : `/personnel/announcements/${announcementId}`
            }
            empty={<Empty title={t('allKnow')} />}
            columns={[
              { name: 'person', title: t('person'), width: 190, cell: ({ person }) => person.name },
              {
                name: 'title',
                title: t('announcementTitle'),
                cell: ({ documentId, announcementId, number, title }) => (
                  <Link to={documentId ? `/documents/${documentId}` : `/personnel/announcements/${announcementId}`}>
                    {number ? `${number} ${title}` : title}
                  </Link>
                ),
              },
              {
                name: 'state',
                title: t('state'),
                width: 110,
                cell: ({ state }) => <StateMark tone={acquaintanceTone(state)}>{t(`acquaintance.${state}`)}</StateMark>,
              },
              {
                name: 'opened',
                title: t('openedAt'),
                isExtra: true,
                width: 150,
                cell: ({ openedAt }) => <span className="figures">{moment(openedAt)}</span>,
              },
              { name: 'due', title: t('due'), width: 232, cell: ({ dueOn }) => <Due on={dueOn} /> },
              {
                name: 'act',
                title: t('refuse'),
                width: 150,
                cell: (row) => (
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => setRefusing(row)}
                    aria-label={`${t('refuse')}: ${row.person.name}`}
                  >
                    {t('refuse')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {refusing && (
        <ReasonModal
          title={`${t('refuseTitle')}: ${refusing.person.name}`}
          label={t('refuseReason')}
          verb={t('refuse')}
          done={t('refused')}
          send={(reason) => post(`/api/personnel/acquaintances/${refusing.id}/refusal`, { reason })}
          onClose={() => setRefusing(undefined)}
        />
      )}
    </Section>
  );
}

/** The leave ledger of everybody. */
export function BalancesPlace() {
  const t = useText();
  const shared = useSharedText();
  const locale = useLocale();
  const { kinds, leaveName } = useLeaveKinds();
  const [query, change] = useQueryText();
  const [isGranting, setIsGranting] = useState(false);
  const leaveKind = query['leave'] ?? 'annual';
  const list = useGet<BalanceRow[]>(`/api/personnel/balances?leaveKind=${encodeURIComponent(leaveKind)}`, {
    keep: true,
  });
  return (
    <Section
      title={leaveName(leaveKind)}
      actions={
        <Button size="xs" onClick={() => setIsGranting(true)}>
          {t('grant')}
        </Button>
      }
    >
      <div className="filters" role="group" aria-label={shared('filters')}>
        <Select
          size="xs"
          w={320}
          label={t('leaveKind')}
          allowDeselect={false}
          data={kinds.filter(({ accrues }) => accrues).map((kind) => ({ value: kind.name, label: kind[locale] }))}
          value={leaveKind}
          onChange={(leave) => change({ leave })}
        />
      </div>
      <Loaded of={list}>
        {(rows) => (
          <RegisterTable
            name="balances"
            label={t('place.balances')}
            rows={rows}
            keyOf={({ person }) => person.id}
            nameOf={({ person }) => person.name}
            empty={<Empty title={t('noBalances')} />}
            columns={[
              { name: 'person', title: t('person'), width: 220, cell: ({ person }) => person.name },
              { name: 'unit', title: t('unit'), cell: ({ unitName }) => unitName },
              { name: 'granted', title: t('granted'), width: 100, isEnd: true, cell: ({ granted }) => granted },
              { name: 'taken', title: t('taken'), width: 100, isEnd: true, cell: ({ taken }) => taken },
              { name: 'waiting', title: t('waiting'), width: 100, isEnd: true, cell: ({ waiting }) => waiting || '–' },
              { name: 'left', title: t('left'), width: 100, isEnd: true, cell: ({ left }) => <strong>{left}</strong> },
            ]}
          />
        )}
      </Loaded>
      {isGranting && <GrantModal leaveKind={leaveKind} onClose={() => setIsGranting(false)} />}
    </Section>
  );
}

function GrantModal({ leaveKind, onClose }: { leaveKind: string; onClose: () => void }) {
  const t = useText();
  const shared = useSharedText();
  const form = useActForm({
    initial: { personId: null as string | null, workingYear: Number(today().slice(0, 4)), days: '' as number | string },
    send: ({ personId, workingYear, days }) =>
      post('/api/personnel/leave-grants', {
        personId: personId ?? '',
        leaveKind,
        workingYear,
        ...(days === '' ? {} : { days }),
      }),
    done: t('grantedDone'),
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('grantTitle')} closeButtonProps={{ 'aria-label': shared('close') }}>
      <ActForm form={form} submit={t('grant')} onCancel={onClose}>
        <PersonSelect label={t('person')} required data-autofocus {...form.getInputProps('personId')} />
        <NumberInput mt={12} label={t('workingYear')} min={2000} max={2100} {...form.getInputProps('workingYear')} />
        <NumberInput
          mt={12}
          label={t('dayCount')}
          description={t('grantHint')}
          min={1}
          max={365}
          {...form.getInputProps('days')}
        />
      </ActForm>
    </Modal>
  );
}

/** A year's trainings. */
export function TrainingsPlace() {
  const t = useText();
  const [query, change] = useQueryText();
  const [isRecording, setIsRecording] = useState(false);
  const year = query['year'] ?? today().slice(0, 4);
  const list = useGet<TrainingRow[]>(`/api/personnel/trainings?year=${year}`, { keep: true });
  return (
    <Section
      title={`${t('place.trainings')} ${year}`}
      actions={
        <Button size="xs" onClick={() => setIsRecording(true)}>
          {t('recordTraining')}
        </Button>
      }
    >
      <div className="filters">
        <NumberInput
          size="xs"
          w={110}
          label={t('year')}
          min={2000}
          max={2100}
          value={Number(year)}
          onChange={(value) => change({ year: String(value) })}
        />
      </div>
      <Loaded of={list}>
        {(rows) => (
          <RegisterTable
            name="trainings"
            label={t('place.trainings')}
            rows={rows}
            keyOf={({ id }) => id}
            nameOf={({ person, title }) => `${person.name}: ${title}`}
            empty={<Empty title={t('noTrainings')} />}
            columns={[
              { name: 'person', title: t('person'), width: 190, cell: ({ person }) => person.name },
              { name: 'title', title: t('training'), cell: ({ title }) => title },
              { name: 'provider', title: t('provider'), width: 220, cell: ({ provider }) => provider || '–' },
              {
                name: 'period',
                title: t('period'),
                width: 190,
                cell: ({ fromDay, toDay }) => <Period from={fromDay} to={toDay} />,
              },
              {
                name: 'hours',
                title: t('hours'),
                width: 80,
                isEnd: true,
                cell: ({ hours }) => hours.replace('.', ','),
              },
              { name: 'ict', title: t('ict'), width: 60, cell: ({ isIct }) => (isIct ? t('yes') : t('no')) },
              {
                name: 'planned',
                title: t('planned'),
                width: 150,
                isExtra: true,
                cell: ({ isPlanned }) => (isPlanned ? t('yes') : t('no')),
              },
            ]}
          />
        )}
      </Loaded>
      {isRecording && <TrainingModal onClose={() => setIsRecording(false)} />}
    </Section>
  );
}

function TrainingModal({ onClose }: { onClose: () => void }) {
  const t = useText();
  const shared = useSharedText();
  const form = useActForm({
    initial: {
      personId: null as string | null,
      title: '',
      provider: '',
      fromDay: today() as string | null,
      toDay: today() as string | null,
      hours: '',
      isIct: true,
      isPlanned: true,
    },
    send: (values) =>
      post('/api/personnel/trainings', {
        ...values,
        personId: values.personId ?? '',
        fromDay: values.fromDay ?? '',
        toDay: values.toDay ?? '',
        hours: values.hours.replace(',', '.'),
      }),
    done: t('recorded'),
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('recordTraining')} closeButtonProps={{ 'aria-label': shared('close') }}>
      <ActForm form={form} submit={t('record')} onCancel={onClose}>
        <PersonSelect label={t('person')} required data-autofocus {...form.getInputProps('personId')} />
        <TextInput mt={12} label={t('training')} required {...form.getInputProps('title')} />
        <TextInput mt={12} label={t('provider')} {...form.getInputProps('provider')} />
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr 90px', gap: 12, marginTop: 12 }}>
          <DayField label={t('from')} {...form.getInputProps('fromDay')} />
          <DayField label={t('to')} {...form.getInputProps('toDay')} />
          <TextInput label={t('hours')} required inputMode="decimal" {...form.getInputProps('hours')} />
        </div>
        <Checkbox mt={12} label={t('ictTraining')} {...form.getInputProps('isIct', { type: 'checkbox' })} />
        <Checkbox mt={8} label={t('planned')} {...form.getInputProps('isPlanned', { type: 'checkbox' })} />
      </ActForm>
    </Modal>
  );
}
