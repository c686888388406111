import { Checkbox, Select, TextInput } from '@mantine/core';
import type { BodyView } from '#council/contract';
import { post } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { today } from '../shared/format.ts';
import { useGo } from '../shared/navigation.tsx';
import { Section } from '../shared/page.tsx';
import { useSettledList } from '../shared/query.ts';
import { useText } from './texts.ts';

/** Riga wall-clock time of a day as an instant. */
function rigaInstant(day: string, time: string): string {
  const inRiga = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga', timeStyle: 'short' });
  const tries = ['+03:00', '+02:00'].map((offset) => `${day}T${time}:00${offset}`);
  return tries.find((at) => inRiga.format(new Date(at)) === time) ?? tries[1]!;
}

/** Plans a sitting; the place of the last one is remembered by the browser. */
export function NewSittingForm({ onClose }: { onClose: () => void }) {
  const t = useText();
  const go = useGo();
  const { data: bodies = [] } = useSettledList<BodyView[]>('/api/bodies');
  const form = useActForm({
    initial: {
      bodyId: '',
      kind: 'ordinary',
      mode: 'in-person',
      day: today(),
      time: '10:00',
      place: localStorage.getItem('aprite.sitting-place') ?? '',
      streamUrl: '',
      isClosed: false,
    },
    send: ({ day, time, streamUrl, bodyId, ...rest }) => {
      localStorage.setItem('aprite.sitting-place', rest.place);
      const body = {
        ...rest,
        bodyId: bodyId || bodies[0]?.id,
        startsAt: rigaInstant(day, time),
        streamUrl: streamUrl || null,
      };
      return post<{ id: string }>('/api/sittings', body);
    },
    done: t('planned'),
    onDone: ({ id }) => go(`/sittings/${id}`),
    draft: 'new-sitting',
  });
  return (
    <Section title={t('newSitting')}>
      <ActForm form={form} submit={t('newSitting')} onCancel={onClose}>
        <div className="card-fields">
          <Select
            label={t('body')}
            data={bodies.map(({ id, name }) => ({ value: id, label: name }))}
            allowDeselect={false}
            {...form.getInputProps('bodyId')}
            value={form.values.bodyId || bodies[0]?.id || null}
          />
          <Select
            label={t('kind')}
            allowDeselect={false}
            data={(['ordinary', 'extraordinary'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <DayField label={t('date')} {...form.getInputProps('day')} />
          <TextInput type="time" label={t('time')} {...form.getInputProps('time')} />
          <TextInput label={t('place')} {...form.getInputProps('place')} required />
          <Select
            label={t('mode')}
            allowDeselect={false}
            data={(['in-person', 'remote', 'hybrid'] as const).map((value) => ({ value, label: t(`mode.${value}`) }))}
            {...form.getInputProps('mode')}
          />
          <TextInput label={t('streamUrl')} type="url" {...form.getInputProps('streamUrl')} />
          <Checkbox label={t('closedSitting')} {...form.getInputProps('isClosed', { type: 'checkbox' })} />
        </div>
      </ActForm>
    </Section>
  );
}
