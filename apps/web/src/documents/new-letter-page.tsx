import { TextInput } from '@mantine/core';
import { post } from '../shared/api.ts';
import { ActForm, useActForm } from '../shared/form.tsx';
import { useGo } from '../shared/navigation.tsx';
import { Page } from '../shared/page.tsx';
import { useText } from './texts.ts';

/** An outgoing letter that answers nothing. */
export default function NewLetterPage() {
  const t = useText();
  const go = useGo();
  const form = useActForm({
    initial: { title: '', correspondent: '', correspondentAddress: '', template: 'blank' },
    send: (values) => post<{ id: string }>('/api/drafts', values),
    done: t('drafted'),
    onDone: ({ id }: { id: string }) => go(`/documents/${id}`, { replace: true }),
    draft: 'new-letter',
  });
  return (
    <Page title={t('newLetter')}>
      <div style={{ maxWidth: 560 }}>
        <ActForm form={form} submit={t('makeDraft')}>
          <TextInput label={t('documentTitle')} autoFocus {...form.getInputProps('title')} />
          <TextInput mt={8} label={t('addressee')} {...form.getInputProps('correspondent')} />
          <TextInput mt={8} label={t('address')} {...form.getInputProps('correspondentAddress')} />
        </ActForm>
      </div>
    </Page>
  );
}
