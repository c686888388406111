import { Button } from '@mantine/core';
import type { AccountView } from '#organisation/contract';
import { useAct } from '../shared/act.tsx';
import { del, post } from '../shared/api.ts';
import { DayField } from '../shared/day-field.tsx';
import { PersonSelect } from '../shared/fields.tsx';
import { ActForm, useActForm } from '../shared/form.tsx';
import { day, today } from '../shared/format.ts';
import { Section } from '../shared/page.tsx';
import { useText } from './texts.ts';

/** Who acts for this person and for whom this person acts, now and later. */
export function SubstitutionPlace({ person }: { person: AccountView }) {
  const t = useText();
  const act = useAct();
  const end = ({ id, personId, substituteId, fromDay, toDay }: AccountView['substitutions'][number]) =>
    act(() => del(`/api/substitutions/${id}`), {
      done: t('substitutionEnded'),
      undo: () => post('/api/substitutions', { personId, substituteId, fromDay, toDay }),
    });
  return (
    <Section title={t('substitution')}>
      {person.substitutions.length === 0 && <p className="quiet">{t('noSubstitution')}</p>}
      <ul className="rows">
        {person.substitutions.map((row) => (
          <li key={row.id}>
            <div className="grow">
              {t('substitutes', { substitute: row.substituteName, person: row.personName })}
              <div className="meta figures">
                {day(row.fromDay)}–{day(row.toDay)}
              </div>
            </div>
            <Button size="compact-sm" variant="subtle" onClick={() => void end(row)}>
              {t('endSubstitution')}
            </Button>
          </li>
        ))}
      </ul>
      <SubstitutionForm key={person.substitutions.length} personId={person.id} />
    </Section>
  );
}

function SubstitutionForm({ personId }: { personId: string }) {
  const t = useText();
  const form = useActForm({
    initial: {
      personId,
      substituteId: null as string | null,
      fromDay: today() as string | null,
      toDay: null as string | null,
    },
    send: (values) => post('/api/substitutions', values),
    done: t('substitutionSet'),
  });
  return (
    <ActForm isQuiet form={form} submit={t('setSubstitution')} label={t('substitution')}>
      <div className="card-fields" style={{ marginTop: 12 }}>
        <PersonSelect
          className="wide"
          label={t('substitute')}
          only={({ id }) => id !== personId}
          {...form.getInputProps('substituteId')}
        />
        <DayField label={t('from')} {...form.getInputProps('fromDay')} />
        <DayField label={t('to')} {...form.getInputProps('toDay')} />
      </div>
    </ActForm>
  );
}
