import { Checkbox, Select, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { CardProposal, NewLetter, RegisteredLetter, TermView } from '#correspondence/contract';
import type { RegisterView } from '#documents/contract';
import { get, post, ProblemError, withQuery } from '../shared/api.ts';
import { useTell } from '../shared/act.tsx';
import { DayField } from '../shared/day-field.tsx';
import { CaseSelect, PersonSelect, UnitSelect } from '../shared/fields.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { today, usePick } from '../shared/format.ts';
import { Link, useGo } from '../shared/navigation.tsx';
import { Notice, Section } from '../shared/page.tsx';
import { useSettledList } from '../shared/query.ts';
import { useLocale } from '../shared/text.ts';
import { useKinds, useWord } from '../shared/words.ts';
import { useText } from './texts.ts';

type Values = ReturnType<typeof initialOf>;

const initialOf = (filled: CardProposal) => ({
  kind: filled.kind.value as string | null,
  title: filled.title.value,
  senderName: filled.senderName.value,
  senderKind: filled.senderKind.value as string | null,
  senderAddress: filled.senderAddress.value,
  registrationNumber: '',
  senderNumber: filled.senderNumber.value ?? '',
  senderDate: filled.senderDate.value,
  receivedOn: filled.receivedOn.value as string | null,
  channel: filled.channel.value,
  medium: 'electronic' as string | null,
  caseIndex: filled.caseIndex.value as string | null,
  unitId: filled.unitId.value as string | null,
  resolverId: filled.resolverId.value,
  needsAnswer: filled.dueOn.value !== null,
  dueOn: filled.dueOn.value,
  dueBasis: filled.dueOn.from,
  isRestricted: false,
  basis: '',
  until: `${Number(today().slice(0, 4)) + 1}${today().slice(4)}` as string | null,
  acceptDuplicates: false,
});

const letterOf = (itemId: string, values: Values) =>
  ({
    itemId,
    kind: values.kind,
    title: values.title,
    sender: {
      name: values.senderName,
      kind: values.senderKind,
      address: values.senderAddress,
      registrationNumber: values.registrationNumber || null,
    },
    senderNumber: values.senderNumber || null,
    senderDate: values.senderDate,
    receivedOn: values.receivedOn,
    channel: values.channel,
    medium: values.medium,
    caseIndex: values.caseIndex ?? '',
    unitId: values.unitId,
    needsAnswer: values.needsAnswer,
    dueOn: values.needsAnswer ? values.dueOn : null,
    restriction: values.isRestricted ? { basis: values.basis, until: values.until } : null,
    resolverId: values.resolverId,
    acceptDuplicates: values.acceptDuplicates,
  }) as NewLetter;

/** Fields of the form that the API knows under another name. */
const FIELDS: Record<string, string> = {
  '/sender/name': '/senderName',
  '/sender/kind': '/senderKind',
  '/sender/address': '/senderAddress',
  '/sender/registrationNumber': '/registrationNumber',
  '/restriction/basis': '/basis',
  '/restriction/until': '/until',
};

/** The pre-filled card: every field says where it is from; the clerk confirms with one key. */
export function RegistrationForm({ proposal }: { proposal: CardProposal }) {
  const t = useText();
  const pick = usePick();
  const word = useWord();
  const locale = useLocale();
  const go = useGo();
  const tell = useTell();
  const { kinds } = useKinds();
  const { data: registers = [] } = useSettledList<RegisterView[]>('/api/registers');
  const form = useActForm<Values, RegisteredLetter>({
    initial: initialOf(proposal),
    send: (values) => post<RegisteredLetter>('/api/letters', letterOf(proposal.itemId, values)).catch(rename),
    onDone: ({ id, number }) => {
      tell(t('registered', { number }));
      go(`/documents/${id}`);
    },
    draft: `intake-${proposal.itemId}`,
  });
  const { values } = form;
  useStatutoryTerm(values.kind, values.receivedOn, (term) => {
    form.setFieldValue('dueOn', term.dueOn);
    form.setFieldValue('needsAnswer', term.dueOn !== null);
    if (term.basis) form.setFieldValue('dueBasis', term.basis);
  });
  const from = (field: { value: unknown; from: { lv: string; en: string } }) =>
    t('fromWhere', { from: pick(field.from) });
  const incoming = kinds.filter(
    ({ direction, group }) => direction === 'incoming' && ['correspondence', 'submission'].includes(group),
  );
  const kind = kinds.find(({ name }) => name === values.kind);
  const register = registers.find(({ code }) => code === kind?.register);
  return (
    <Section title={t('card')}>
      <p className="quiet" style={{ marginTop: 0 }}>
        {t('cardHint')}
      </p>
      <ActForm form={form} submit={t('register')} label={t('card')} isSticky>
        {proposal.duplicates.length > 0 && (
          <Notice tone="warn" title={t('duplicates')}>
            <ul style={{ margin: '4px 0', paddingLeft: 18 }}>
              {proposal.duplicates.map((duplicate) => (
                <li key={duplicate.documentId + duplicate.reason.en}>
                  <Link to={`/documents/${duplicate.documentId}`} target="_blank">
                    {duplicate.number} {duplicate.title}
                  </Link>{' '}
                  – {pick(duplicate.reason)}
                </li>
              ))}
            </ul>
            <Checkbox label={t('acceptDuplicates')} {...form.getInputProps('acceptDuplicates', { type: 'checkbox' })} />
          </Notice>
        )}
        <div className="card-fields">
          <TextInput
            size="xs"
            className="wide"
            label={t('documentTitle')}
            description={from(proposal.title)}
            {...form.getInputProps('title')}
          />
          <Select
            size="xs"
            label={t('kind')}
            description={`${from(proposal.kind)}${register ? ` · ${t('registerWord', { register: locale === 'en' ? register.nameEn : register.name })}` : ''}`}
            allowDeselect={false}
            searchable
            data={incoming.map((one) => ({ value: one.name, label: one[locale] }))}
            {...form.getInputProps('kind')}
            onChange={(name) => {
              form.setFieldValue('kind', name);
              const usual = kinds.find((one) => one.name === name)?.caseIndex;
              if (usual) form.setFieldValue('caseIndex', usual);
            }}
          />
          <CaseSelect
            size="xs"
            label={t('case')}
            description={from(proposal.caseIndex)}
            {...form.getInputProps('caseIndex')}
          />
          <TextInput
            size="xs"
            label={t('senderName')}
            description={from(proposal.senderName)}
            {...form.getInputProps('senderName')}
          />
          <Select
            size="xs"
            label={t('senderKind')}
            description={from(proposal.senderKind)}
            allowDeselect={false}
            data={['person', 'organisation', 'institution'].map((value) => ({ value, label: word('sender', value) }))}
            {...form.getInputProps('senderKind')}
          />
          <TextInput
            size="xs"
            label={t('senderAddress')}
            description={from(proposal.senderAddress)}
            {...form.getInputProps('senderAddress')}
          />
          <TextInput
            size="xs"
            label={t('senderNumber')}
            description={from(proposal.senderNumber)}
            {...form.getInputProps('senderNumber')}
          />
          <DayField
            size="xs"
            label={t('senderDate')}
            description={from(proposal.senderDate)}
            {...form.getInputProps('senderDate')}
          />
          <DayField
            size="xs"
            label={t('receivedOn')}
            description={from(proposal.receivedOn)}
            {...form.getInputProps('receivedOn')}
          />
          <UnitSelect size="xs" description={from(proposal.unitId)} {...form.getInputProps('unitId')} />
          <PersonSelect
            size="xs"
            clearable
            label={t('resolver')}
            description={from(proposal.resolverId)}
            {...form.getInputProps('resolverId')}
          />
          <Select
            size="xs"
            label={t('medium')}
            allowDeselect={false}
            data={['electronic', 'paper', 'hybrid'].map((value) => ({ value, label: word('medium', value) }))}
            {...form.getInputProps('medium')}
          />
          {values.senderKind !== 'person' && (
            <TextInput size="xs" label={t('registrationNumber')} {...form.getInputProps('registrationNumber')} />
          )}
          <Checkbox
            className="wide"
            label={t('needsAnswer')}
            {...form.getInputProps('needsAnswer', { type: 'checkbox' })}
          />
          {values.needsAnswer && (
            <DayField
              size="xs"
              className="wide"
              label={t('dueOn')}
              description={pick(values.dueBasis)}
              {...form.getInputProps('dueOn')}
            />
          )}
          <Checkbox
            className="wide"
            label={t('restrict')}
            {...form.getInputProps('isRestricted', { type: 'checkbox' })}
          />
          {values.isRestricted && (
            <>
              <TextInput size="xs" label={t('basis')} {...form.getInputProps('basis')} />
              <DayField size="xs" label={t('until')} {...form.getInputProps('until')} />
            </>
          )}
        </div>
      </ActForm>
    </Section>
  );
}

function rename(error: unknown): never {
  if (error instanceof ProblemError && error.problem.errors)
    error.problem.errors = error.problem.errors.map(({ pointer, detail }) => ({
      pointer: FIELDS[pointer] ?? pointer,
      detail,
    }));
  throw error;
}

/** Asks the statutory term anew when the clerk changes kind or day of receipt; what the proposal said stands until then. */
function useStatutoryTerm(kind: string | null, receivedOn: string | null, set: (term: TermView) => void) {
  const asked = useRef(`${kind} ${receivedOn}`);
  const setter = useRef(set);
  setter.current = set;
  useEffect(() => {
    const now = `${kind} ${receivedOn}`;
    if (!kind || !receivedOn || asked.current === now) return;
    asked.current = now;
    let isWanted = true;
    get<TermView>(withQuery('/api/terms', { kind, receivedOn })).then(
      (term) => isWanted && setter.current(term),
      () => undefined,
    );
    return () => void (isWanted = false);
  }, [kind, receivedOn]);
}
