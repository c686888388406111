import { Tabs } from '@mantine/core';
import { useGo } from '../shared/navigation.tsx';
import { useMay } from '../shared/session.ts';
import { useText as useKeysText } from '../access-keys/texts.ts';
import { useText as useSigningText } from '../signing-means/texts.ts';
import { useText as useTrustText } from '../trust/texts.ts';
import { useText } from './texts.ts';

/** The parts of administration as tabs that are addresses. */
export function Parts({ now }: { now: 'people' | 'units' | 'signing' | 'trust' | 'keys' | 'journal' }) {
  const t = useText();
  const go = useGo();
  const ofSigning = useSigningText();
  const ofTrust = useTrustText();
  const ofKeys = useKeysText();
  const mayAudit = useMay('audit');
  const mayAdminister = useMay('administer');
  const to = {
    people: '/administration',
    units: '/administration?part=units',
    signing: '/administration/signing',
    trust: '/administration/trust',
    keys: '/administration/keys',
    journal: '/administration/journal',
  };
  return (
    <Tabs value={now} onChange={(part) => part && go(to[part as keyof typeof to])} mb={12}>
      <Tabs.List aria-label={t('parts')}>
        <Tabs.Tab value="people">{t('people')}</Tabs.Tab>
        <Tabs.Tab value="units">{t('units')}</Tabs.Tab>
        {mayAdminister && <Tabs.Tab value="signing">{ofSigning('title')}</Tabs.Tab>}
        {mayAdminister && <Tabs.Tab value="trust">{ofTrust('title')}</Tabs.Tab>}
        {mayAdminister && <Tabs.Tab value="keys">{ofKeys('title')}</Tabs.Tab>}
        {mayAudit && <Tabs.Tab value="journal">{t('journal')}</Tabs.Tab>}
      </Tabs.List>
      {(['people', 'units', 'signing', 'trust', 'keys', 'journal'] as const).map((part) => (
        <Tabs.Panel key={part} value={part}>
          {null}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
