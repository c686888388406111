import { Button } from '@mantine/core';
import type { AccountView } from '#organisation/contract';
import { put } from '../shared/api.ts';
import { Link, useParams } from '../shared/navigation.tsx';
import { Loaded, Page, Section } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { useMay } from '../shared/session.ts';
import { AccountPlace } from './account-place.tsx';
import { IdentifierPlace } from './identifier-place.tsx';
import { PersonForm } from './person-form.tsx';
import { RolesPlace } from './roles-place.tsx';
import { SubstitutionPlace } from './substitution-place.tsx';
import { useText } from './texts.ts';

/** One person: details, account, roles, substitution. */
export default function PersonPage() {
  const t = useText();
  const { id = '' } = useParams();
  const mayAudit = useMay('audit');
  const person = useGet<AccountView>(`/api/accounts/${id}`);
  return (
    <Loaded of={person}>
      {(view) => (
        <Page
          title={`${view.givenName} ${view.familyName}`}
          sub={<Link to="/administration">{t('allPeople')}</Link>}
          actions={
            mayAudit && (
              <Button component={Link} to={`/administration/journal?subject=${id}`} variant="default">
                {t('personJournal')}
              </Button>
            )
          }
        >
          <div className="columns">
            <div>
              <Section title={t('details')}>
                <PersonForm
                  key={id}
                  person={view}
                  send={(details) => put(`/api/accounts/${id}`, details)}
                  done={t('personSaved')}
                />
              </Section>
              <SubstitutionPlace person={view} />
            </div>
            <div>
              <AccountPlace key={view.username} person={view} />
              <RolesPlace person={view} />
              <IdentifierPlace person={view} />
            </div>
          </div>
        </Page>
      )}
    </Loaded>
  );
}
