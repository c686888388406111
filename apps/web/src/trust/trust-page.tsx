import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { TrustSourceView, TrustView } from '#signing/contract';
import { Parts } from '../administration/parts.tsx';
import { ActButton } from '../shared/act.tsx';
import { del, post } from '../shared/api.ts';
import { Confirm } from '../shared/confirm.tsx';
import { Empty, Loaded, Notice, Page, Section } from '../shared/page.tsx';
import { useGet } from '../shared/query.ts';
import { AddCertificate, AddList } from './add-source.tsx';
import { CertificateTable } from './certificate-table.tsx';
import { ListSource } from './list-source.tsx';
import { useText } from './texts.ts';

/** Whom the institution trusts: lists with their state, certificates of its own. */
export default function TrustPage() {
  const t = useText();
  const trust = useGet<TrustView>('/api/trust');
  return (
    <Page title={t('title')} sub={t('sub')}>
      <Parts now="trust" />
      <Loaded of={trust}>{(view) => <Sources of={view} />}</Loaded>
    </Page>
  );
}

function Sources({ of: { sources, installed, isDemonstration, suggestedUrl } }: { of: TrustView }) {
  const t = useText();
  const [adding, setAdding] = useState<'list' | 'certificate' | null>(null);
  const [removing, setRemoving] = useState<TrustSourceView | null>(null);
  const lists = sources.filter(({ kind }) => kind === 'list');
  const certificates = sources.filter(({ kind }) => kind === 'certificate');
  const close = () => setAdding(null);
  return (
    <>
      {isDemonstration && <Notice>{t('demonstration')}</Notice>}
      <Section
        title={t('lists')}
        actions={
          <>
            {lists.length > 0 && (
              <ActButton size="xs" variant="default" act={() => post('/api/trust/loading', {})} done={t('loadAsked')}>
                {t('loadNow')}
              </ActButton>
            )}
            <Button size="xs" onClick={() => setAdding('list')}>
              {t('addList')}
            </Button>
          </>
        }
      >
        {lists.length === 0 && <Empty title={t('noLists')}>{t('noListsHint')}</Empty>}
        {lists.length > 0 && <p className="quiet">{t('loadedDaily')}</p>}
        {lists.map((source) => (
          <ListSource key={source.id} source={source} onRemove={() => setRemoving(source)} />
        ))}
      </Section>
      <Section
        title={t('certificates')}
        actions={
          <Button size="xs" onClick={() => setAdding('certificate')}>
            {t('addCertificate')}
          </Button>
        }
      >
        {certificates.length === 0 && <p className="quiet">{t('noCertificates')}</p>}
        {certificates.map((source) => (
          <div key={source.id} style={{ marginTop: 12 }}>
            <Group justify="space-between">
              <strong>{source.name}</strong>
              <Button size="compact-xs" variant="default" onClick={() => setRemoving(source)}>
                {t('remove')}
              </Button>
            </Group>
            <CertificateTable label={source.name} of={source.certificates} />
          </div>
        ))}
      </Section>
      {installed.length > 0 && (
        <Section title={t('installed')}>
          <p className="quiet">{t('installedHint')}</p>
          <CertificateTable label={t('installed')} of={installed} />
        </Section>
      )}
      {adding === 'list' && <AddList suggestedUrl={suggestedUrl} onClose={close} />}
      {adding === 'certificate' && <AddCertificate onClose={close} />}
      {removing && (
        <Confirm
          title={t('removeTitle', { name: removing.name })}
          verb={t('remove')}
          act={() => del(`/api/trust/sources/${removing.id}`)}
          done={t('removed')}
          onClose={() => setRemoving(null)}
        >
          {t('removeWords')}
        </Confirm>
      )}
    </>
  );
}
