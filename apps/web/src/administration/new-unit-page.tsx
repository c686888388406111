import { post } from '../shared/api.ts';
import { Link, useGo } from '../shared/navigation.tsx';
import { Page } from '../shared/page.tsx';
import { useText } from './texts.ts';
import { UnitForm } from './unit-form.tsx';

export default function NewUnitPage() {
  const t = useText();
  const go = useGo();
  return (
    <Page title={t('newUnit')} sub={<Link to="/administration?part=units">{t('allUnits')}</Link>}>
      <div style={{ maxWidth: 640 }}>
        <UnitForm
          send={(unit) => post<{ id: string }>('/api/units', unit)}
          done={t('unitAdded')}
          onDone={({ id }) => go(`/administration/units/${id}`, { replace: true })}
        />
      </div>
    </Page>
  );
}
