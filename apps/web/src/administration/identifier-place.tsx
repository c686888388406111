import { TextInput } from '@mantine/core';
import type { AccountView } from '#organisation/contract';
import { ActButton } from '../shared/act.tsx';
import { del, put } from '../shared/api.ts';
import { ActForm, useActForm } from '../shared/form.tsx';
import { Section, StateMark } from '../shared/page.tsx';
import { useText } from './identifier-texts.ts';

/** By which personal code the person's certificates are known; the code itself is never shown again. */
export function IdentifierPlace({ person: { id, hasIdentifier } }: { person: AccountView }) {
  const t = useText();
  const path = `/api/accounts/${id}/identifier`;
  const form = useActForm({
    initial: { identifier: '' },
    send: (values) => put(path, values),
    done: t('identifierSet'),
    onDone: () => form.reset(),
  });
  return (
    <Section title={t('identifier')}>
      <StateMark tone={hasIdentifier ? 'good' : 'plain'}>
        {t(hasIdentifier ? 'identifier.bound' : 'identifier.none')}
      </StateMark>
      <p className="quiet">{t(hasIdentifier ? 'identifierBoundHint' : 'identifierNoneHint')}</p>
      <ActForm
        isQuiet
        form={form}
        submit={t(hasIdentifier ? 'changeIdentifier' : 'setIdentifier')}
        more={
          hasIdentifier && (
            <ActButton variant="default" act={() => del(path)} done={t('identifierRemoved')}>
              {t('removeIdentifier')}
            </ActButton>
          )
        }
      >
        <TextInput
          maw={320}
          label={t(hasIdentifier ? 'newIdentifier' : 'personalCode')}
          description={t('identifierFormat')}
          autoComplete="off"
          {...form.getInputProps('identifier')}
        />
      </ActForm>
    </Section>
  );
}
