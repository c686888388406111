import { post } from '../shared/api.ts';
import { Link, useGo } from '../shared/navigation.tsx';
import { Page } from '../shared/page.tsx';
import { PersonForm } from './person-form.tsx';
import { useText } from './texts.ts';

/** Somebody begins to work here; the account is opened on the person's own page. */
export default function NewPersonPage() {
  const t = useText();
  const go = useGo();
  return (
    <Page title={t('newPerson')} sub={<Link to="/administration">{t('allPeople')}</Link>}>
      <div style={{ maxWidth: 640 }}>
        <PersonForm
          send={(details) => post<{ id: string }>('/api/accounts', details)}
          done={t('personAdded')}
          onDone={({ id }) => go(`/administration/people/${id}`, { replace: true })}
        />
      </div>
    </Page>
  );
}
