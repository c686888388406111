import { TextInput, Textarea } from '@mantine/core';
import { post } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { PersonSelect } from '../shared/fields.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { useGo } from '../shared/navigation.tsx';
import { Page } from '../shared/page.tsx';
import { useText } from './texts.ts';

interface Values {
  personId: string | null;
  fromDay: string | null;
  toDay: string | null;
  place: string;
  aim: string;
  transport: string;
  costs: string;
  substituteId: string | null;
}

/** The personnel office drafts an order on a business trip. */
export default function TripFormPage() {
  const t = useText();
  const go = useGo();
  const initial: Values = {
    personId: null,
    fromDay: null,
    toDay: null,
    place: '',
    aim: '',
    transport: '',
    costs: '',
    substituteId: null,
  };
  const form = useActForm({
    initial,
    send: ({ substituteId, ...values }: Values) =>
      post<{ id: string }>('/api/personnel/trip-orders', {
        ...values,
        personId: values.personId ?? '',
        fromDay: values.fromDay ?? '',
        toDay: values.toDay ?? '',
        ...(substituteId ? { substituteId } : {}),
      }),
    done: t('drafted'),
    onDone: ({ id }) => go(`/documents/${id}`),
    draft: 'trip-order',
  });
  return (
    <Page title={t('newTripTitle')}>
      <div style={{ maxWidth: 640 }}>
        <ActForm form={form} submit={t('draftOrder')} onCancel={() => go('/personnel?place=orders')}>
          <PersonSelect label={t('person')} required {...form.getInputProps('personId')} />
          <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12, marginTop: 12 }}>
            <DayField label={t('from')} required {...form.getInputProps('fromDay')} />
            <DayField
              label={t('to')}
              required
              minDate={form.values.fromDay ?? undefined}
              {...form.getInputProps('toDay')}
            />
          </div>
          <TextInput mt={12} label={t('tripPlace')} required {...form.getInputProps('place')} />
          <Textarea mt={12} label={t('tripAim')} required autosize minRows={2} {...form.getInputProps('aim')} />
          <TextInput mt={12} label={t('transport')} {...form.getInputProps('transport')} />
          <TextInput mt={12} label={t('costs')} {...form.getInputProps('costs')} />
          <PersonSelect
            mt={12}
            label={t('substitute')}
            description={t('substituteHint')}
            clearable
            {...form.getInputProps('substituteId')}
          />
        </ActForm>
      </div>
    </Page>
  );
}
