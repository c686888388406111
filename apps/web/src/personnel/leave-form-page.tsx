import { Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LeaveAnswer } from '#personnel/contract';
import { post } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { PersonSelect } from '../shared/fields.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { day, usePick } from '../shared/format.ts';
import { useGo } from '../shared/navigation.tsx';
import { Facts, Notice, Page, ProblemView, Section } from '../shared/page.tsx';
import { useSession } from '../shared/session.ts';
import { useLocale } from '../shared/text.ts';
import { useLeaveKinds } from './leave-words.ts';
import { useText } from './texts.ts';

interface Values {
  leaveKind: string | null;
  fromDay: string | null;
  toDay: string | null;
  substituteId: string | null;
  note: string;
}

/** What the API takes: fields that were left empty are left out. */
const asInput = ({ leaveKind, fromDay, toDay, substituteId, note }: Values) => ({
  leaveKind: leaveKind ?? '',
  fromDay: fromDay ?? '',
  toDay: toDay ?? '',
  note,
  ...(substituteId ? { substituteId } : {}),
});

/** Asking for leave: the days are counted while one chooses. */
export default function LeaveFormPage() {
  const t = useText();
  const go = useGo();
  const locale = useLocale();
  const { person: me } = useSession();
  const { kinds } = useLeaveKinds();
  const initial: Values = { leaveKind: 'annual', fromDay: null, toDay: null, substituteId: null, note: '' };
  const form = useActForm({
    initial,
    send: (values: Values) => post<{ id: string }>('/api/personnel/leave-requests', asInput(values)),
    done: t('sent'),
    onDone: () => go('/personnel'),
    draft: 'leave-request',
  });
  return (
    <Page title={t('askLeaveTitle')}>
      <div className="columns">
        <ActForm form={form} submit={t('send')} onCancel={() => go('/personnel')}>
          <Select
            label={t('leaveKind')}
            allowDeselect={false}
            data={kinds.map((kind) => ({ value: kind.name, label: kind[locale] }))}
            {...form.getInputProps('leaveKind')}
          />
          <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12, marginTop: 12 }}>
            <DayField label={t('from')} required {...form.getInputProps('fromDay')} />
            <DayField
              label={t('to')}
              required
              minDate={form.values.fromDay ?? undefined}
              {...form.getInputProps('toDay')}
            />
          </div>
          <PersonSelect
            mt={12}
            label={t('substitute')}
            description={t('substituteHint')}
            clearable
            only={({ id, isCouncillor }) => id !== me.id && !isCouncillor}
            {...form.getInputProps('substituteId')}
          />
          <Textarea mt={12} label={t('note')} autosize minRows={2} maxLength={1000} {...form.getInputProps('note')} />
        </ActForm>
        <Answer values={form.values} />
      </div>
    </Page>
  );
}

function Answer({ values }: { values: Values }) {
  const t = useText();
  const input = asInput(values);
  const { note: _, ...question } = input;
  const isWhole = Boolean(
    question.leaveKind && question.fromDay && question.toDay && question.toDay >= question.fromDay,
  );
  const answer = useQuery({
    queryKey: ['leave-answer', question],
    queryFn: () => post<LeaveAnswer>('/api/personnel/leave-answers', question),
    enabled: isWhole,
    retry: false,
  });
  return (
    <div role="status" aria-live="polite">
      {!isWhole && <Notice>{t('chooseDays')}</Notice>}
      {isWhole && answer.isError && <ProblemView error={answer.error} />}
      {isWhole && answer.data && <LeaveAnswerView answer={answer.data} />}
    </div>
  );
}

/** The counted days, why so many, and what should be known before agreeing. */
export function LeaveAnswerView({ answer }: { answer: LeaveAnswer }) {
  const t = useText();
  const pick = usePick();
  const { days, counting, holidays, left, leftAfter, basis, findings } = answer;
  return (
    <Section title={`${t('willTake')}: ${days}`}>
      <Facts
        of={[
          [t('willTake'), `${t('daysCounted', { count: days })} (${t(`counting.${counting}`)})`],
          [counting === 'calendar' ? t('holidaysInside') : t('holidays'), holidays.map(day).join(', ')],
          [t('leftBefore'), left === null ? null : String(left)],
          [t('leftAfter'), leftAfter === null ? null : String(leftAfter)],
          [t('basis'), basis],
        ]}
      />
      {findings.map((finding) => (
        <Notice key={finding.code} tone={finding.level === 'warning' ? 'warn' : 'plain'}>
          {pick(finding.text)}
        </Notice>
      ))}
    </Section>
  );
}
