import { Button, Group, Textarea } from '@mantine/core';
import { post } from '../../shared/api.ts';
import { DayField } from '../../shared/day-field.tsx';
import { PeopleSelect, PersonSelect } from '../../shared/fields.tsx';
import { ActForm, useActForm } from '../../shared/form.tsx';
import type { ActProps } from '../act-dialog.ts';
import { useText } from '../texts.ts';
import { Dialog } from './dialog.tsx';

const PHRASES = ['resolution.1', 'resolution.2', 'resolution.3', 'resolution.4'] as const;

/** The resolution: what is to be done, who leads, who helps, by when. */
export default function Resolve({ card, onClose }: ActProps) {
  const t = useText();
  const form = useActForm({
    initial: {
      text: '',
      leadId: null as string | null,
      coExecutorIds: [] as string[],
      acquaintIds: [] as string[],
      dueOn: card.dueOn,
    },
    send: (values) => post(`/api/letters/${card.id}/resolutions`, values),
    done: t('resolved'),
    onDone: onClose,
    draft: `resolution-${card.id}`,
  });
  return (
    <Dialog title={t('resolution')} onClose={onClose}>
      <ActForm form={form} submit={t('resolve')} onCancel={onClose}>
        <Textarea label={t('resolutionText')} autosize minRows={3} data-autofocus {...form.getInputProps('text')} />
        <Group gap={6} mt={6}>
          {PHRASES.map((phrase) => (
            <Button
              key={phrase}
              size="compact-xs"
              variant="default"
              onClick={() => form.setFieldValue('text', t(phrase))}
            >
              {t(phrase)}
            </Button>
          ))}
        </Group>
        <PersonSelect mt={12} label={t('lead')} {...form.getInputProps('leadId')} />
        <PeopleSelect mt={8} label={t('coExecutors')} {...form.getInputProps('coExecutorIds')} />
        <PeopleSelect mt={8} label={t('acquaint')} {...form.getInputProps('acquaintIds')} />
        <DayField mt={8} label={t('dueOn')} {...form.getInputProps('dueOn')} />
      </ActForm>
    </Dialog>
  );
}
