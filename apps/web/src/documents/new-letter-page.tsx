import { Select, TextInput } from '@mantine/core';
import { post } from '../shared/api.ts';
import { ActForm, useActForm } from '../shared/form.tsx';
import { useGo, useQueryText } from '../shared/navigation.tsx';
import { Page } from '../shared/page.tsx';
import { useKinds } from '../shared/words.ts';
import { useText } from './texts.ts';

const KINDS = ['outgoing-letter', 'statement'];

/** An outgoing letter or a statement that answers nothing. */
export default function NewLetterPage() {
  const t = useText();
  const go = useGo();
  const { kindName } = useKinds();
  const [{ kind = KINDS[0]! }, change] = useQueryText();
  const form = useActForm({
    initial: { title: '', correspondent: '', correspondentAddress: '', template: 'blank' },
    send: (values) => post<{ id: string }>('/api/drafts', { ...values, kind }),
    done: t('drafted'),
    onDone: ({ id }: { id: string }) => go(`/documents/${id}`, { replace: true }),
    draft: 'new-letter',
  });
  return (
    <Page title={t('newLetter')}>
      <div style={{ maxWidth: 560 }}>
        <ActForm form={form} submit={t('makeDraft')}>
          <Select
            label={t('kind')}
            allowDeselect={false}
            data={KINDS.map((value) => ({ value, label: kindName(value) }))}
            value={kind}
            onChange={(value) => change({ kind: value })}
          />
          <TextInput mt={8} label={t('documentTitle')} autoFocus {...form.getInputProps('title')} />
          <TextInput mt={8} label={t('addressee')} {...form.getInputProps('correspondent')} />
          <TextInput mt={8} label={t('address')} {...form.getInputProps('correspondentAddress')} />
        </ActForm>
      </div>
    </Page>
  );
}
