import { Tabs } from '@mantine/core';
import { useGo } from '../shared/navigation.tsx';
import { useText } from './texts.ts';

const TO = { registers: '/documents', drafts: '/documents/drafts' };

/** Registers and one's own drafts as tabs that are addresses. */
export function Parts({ now }: { now: keyof typeof TO }) {
  const t = useText();
  const go = useGo();
  return (
    <Tabs value={now} onChange={(part) => part && go(TO[part as keyof typeof TO])} mb={12}>
      <Tabs.List aria-label={t('parts')}>
        <Tabs.Tab value="registers">{t('registers')}</Tabs.Tab>
        <Tabs.Tab value="drafts">{t('myDrafts')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="registers">{null}</Tabs.Panel>
      <Tabs.Panel value="drafts">{null}</Tabs.Panel>
    </Tabs>
  );
}
