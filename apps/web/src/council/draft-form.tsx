import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { BodyView, DraftInput, DraftView } from '#council/contract';
import { post, put } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { PersonSelect } from '../shared/fields.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { Section } from '../shared/page.tsx';
import { useSettledList } from '../shared/query.ts';
import { useText } from './texts.ts';

const KINDS = ['decision', 'binding-regulation', 'statute', 'regulation', 'administrative-act', 'information'] as const;

const valuesOf = (draft: DraftView | null) => ({
  title: draft?.title ?? 'Par ',
  decisionKind: draft?.decisionKind ?? 'decision',
  reporterId: draft?.reporterId ?? null,
  committeeIds: draft?.committees.map(({ bodyId }) => bodyId) ?? [],
  summary: draft?.summary ?? '',
  legalBasis: draft?.legalBasis ?? '',
  funding: draft?.funding ?? '',
  executorId: draft?.executorId ?? null,
  dueOn: draft?.dueOn ?? null,
  controllerId: draft?.controllerId ?? null,
  grounds: draft?.grounds ?? '',
  points: draft?.points.join('\n') ?? '',
  recipients: draft?.recipients ?? '',
});

/** The card of a draft decision with the fields that the rules of procedure demand. */
export function DraftForm({ draft, onClose }: { draft: DraftView | null; onClose: () => void }) {
  const t = useText();
  const { data: bodies = [] } = useSettledList<BodyView[]>('/api/bodies');
  const committees = bodies
    .filter(({ kind }) => kind === 'committee')
    .map(({ id, name }) => ({ value: id, label: name }));
  const form = useActForm({
    initial: valuesOf(draft),
    send: ({ points, ...rest }) => {
      const body = {
        ...rest,
        points: points
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      } as DraftInput;
      return draft ? put(`/api/council-drafts/${draft.id}`, body) : post(`/api/council-drafts`, body);
    },
    done: t('draftSaved'),
    onDone: onClose,
    draft: draft ? `council-draft-${draft.id}` : 'council-draft',
  });
  const input = form.getInputProps;
  return (
    <Section title={draft ? t('editDraft') : t('newDraft')}>
      <ActForm form={form} submit={t('save')} onCancel={onClose}>
        <div className="card-fields">
          <TextInput className="wide" label={t('draftTitle')} required data-autofocus {...input('title')} />
          <Select
            label={t('decisionKind')}
            allowDeselect={false}
            data={KINDS.map((value) => ({ value, label: t(`decision.${value}`) }))}
            {...input('decisionKind')}
          />
          <PersonSelect label={t('reporter')} clearable {...input('reporterId')} />
          <MultiSelect className="wide" label={t('committees')} data={committees} {...input('committeeIds')} />
          <Textarea className="wide" label={t('summary')} autosize minRows={2} {...input('summary')} />
          <TextInput
            className="wide"
            label={t('legalBasis')}
            description={t('legalBasisHint')}
            {...input('legalBasis')}
          />
          <TextInput label={t('funding')} description={t('fundingHint')} {...input('funding')} />
          <TextInput label={t('recipients')} {...input('recipients')} />
          <PersonSelect label={t('executor')} clearable {...input('executorId')} />
          <PersonSelect label={t('controller')} clearable {...input('controllerId')} />
          <DayField label={t('dueOn')} {...input('dueOn')} />
          <Textarea className="wide" label={t('grounds')} autosize minRows={2} {...input('grounds')} />
          <Textarea className="wide" label={t('points')} autosize minRows={3} {...input('points')} />
        </div>
      </ActForm>
    </Section>
  );
}
