import { useParams } from '@tanstack/react-router';
import type { UnitChange, UnitView } from '#organisation/contract';
import { NotFound } from '../frame/page-states.tsx';
import { put } from '../shared/api.ts';
import { usePeople } from '../shared/fields.tsx';
import { day, moment } from '../shared/format.ts';
import { Link } from '../shared/navigation.tsx';
import { Facts, Loaded, Page, Section } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useText } from './texts.ts';
import { UnitForm } from './unit-form.tsx';

/** One unit: its present form, and what it was before. */
export default function UnitPage() {
  const t = useText();
  const { id } = useParams({ strict: false }) as { id: string };
  const units = useGet<UnitView[]>('/api/units');
  return (
    <Loaded of={units}>
      {(all) => {
        const unit = all.find((one) => one.id === id);
        if (!unit) return <NotFound />;
        const parent = all.find((one) => one.id === unit.parentId);
        return (
          <Page title={unit.name} sub={<Link to="/administration?part=units">{t('allUnits')}</Link>}>
            <div className="columns">
              <div>
                <Section title={t('unitDetails')}>
                  <Facts
                    of={[
                      [t('code'), unit.code],
                      [t('unitKind'), t(`unitKind.${unit.kind as 'department'}`)],
                      [t('parent'), parent?.name],
                    ]}
                  />
                  <UnitForm
                    key={JSON.stringify(unit)}
                    unit={unit}
                    send={({ name, headId, activeFrom, activeUntil }) =>
                      put(`/api/units/${id}`, { name, headId, activeFrom, activeUntil })
                    }
                    done={t('unitSaved')}
                  />
                </Section>
              </div>
              <History id={id} />
            </div>
          </Page>
        );
      }}
    </Loaded>
  );
}

function History({ id }: { id: string }) {
  const t = useText();
  const history = useGet<UnitChange[]>(`/api/units/${id}/history`);
  const people = usePeople();
  const shown = (field: UnitChange['changes'][number]['field'], value: string | null): string => {
    if (value === null) return '–';
    if (field === 'headId') return people.find((person) => person.id === value)?.name ?? t('formerPerson');
    return field === 'name' ? value : day(value);
  };
  return (
    <Section title={t('unitHistory')}>
      <Loaded of={history}>
        {(acts) =>
          acts.length === 0 ? (
            <p className="quiet">{t('noUnitHistory')}</p>
          ) : (
            <ul className="rows">
              {acts.map(({ at, person, changes }) => (
                <li key={at}>
                  <div className="grow">
                    {changes.length === 0 && t('unitBegan')}
                    {changes.map(({ field, from, to }) => (
                      <div key={field}>
                        {t(`unitField.${field}`)}: {shown(field, from)} → <strong>{shown(field, to)}</strong>
                      </div>
                    ))}
                    <div className="meta figures">
                      {moment(at)} · {person}
                    </div>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
