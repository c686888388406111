import { TextInput, Textarea } from '@mantine/core';
import { post } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { UnitSelect } from '../shared/fields.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { useGo } from '../shared/navigation.tsx';
import { Page } from '../shared/page.tsx';
import { useText } from './texts.ts';

interface Values {
  title: string;
  body: string;
  unitId: string | null;
  dueOn: string | null;
}

/** An announcement that everybody, or a unit, has to confirm. */
export default function AnnouncementFormPage() {
  const t = useText();
  const go = useGo();
  const initial: Values = { title: '', body: '', unitId: null, dueOn: null };
  const form = useActForm({
    initial,
    send: (values: Values) =>
      post<{ id: string }>('/api/personnel/announcements', { ...values, dueOn: values.dueOn ?? '' }),
    done: t('published'),
    onDone: ({ id }) => go(`/personnel/announcements/${id}`),
    draft: 'announcement',
  });
  return (
    <Page title={t('newAnnouncement')}>
      <div style={{ maxWidth: 720 }}>
        <ActForm form={form} submit={t('publish')} onCancel={() => go('/personnel?place=announcements')}>
          <TextInput label={t('announcementTitle')} required {...form.getInputProps('title')} />
          <Textarea
            mt={12}
            label={t('announcementText')}
            required
            autosize
            minRows={8}
            {...form.getInputProps('body')}
          />
          <UnitSelect
            mt={12}
            label={t('announcementUnit')}
            placeholder={t('everybody')}
            clearable
            {...form.getInputProps('unitId')}
          />
          <DayField mt={12} label={t('due')} required {...form.getInputProps('dueOn')} />
        </ActForm>
      </div>
    </Page>
  );
}
