import { post } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { PersonSelect } from '../shared/fields.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { today } from '../shared/format.ts';
import { useSession } from '../shared/session.ts';
import { useSharedText } from '../shared/texts.ts';
import { useText } from './texts.ts';

/** Appoints who acts in one's place, from day to day. */
export default function SubstituteForm({ onDone }: { onDone: () => void }) {
  const t = useText();
  const shared = useSharedText();
  const { person } = useSession();
  const form = useActForm({
    initial: {
      personId: person.id,
      substituteId: null as string | null,
      fromDay: today() as string | null,
      toDay: null as string | null,
    },
    send: (values) => post('/api/substitutions', values),
    done: t('substituteDone'),
    onDone,
  });
  return (
    <ActForm form={form} submit={shared('save')} onCancel={onDone}>
      <p className="quiet">{t('substituteExplain')}</p>
      <PersonSelect
        label={t('substituteWho')}
        only={({ id }) => id !== person.id}
        {...form.getInputProps('substituteId')}
      />
      <DayField label={t('substituteFrom')} mt={8} {...form.getInputProps('fromDay')} />
      <DayField label={t('substituteTo')} mt={8} {...form.getInputProps('toDay')} />
    </ActForm>
  );
}
