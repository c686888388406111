import { Tabs } from '@mantine/core';
import { useGo } from '../shared/navigation.tsx';
import { useMay } from '../shared/session.ts';
import { useText } from './texts.ts';

const TO = {
  invoices: '/invoices',
  contracts: '/contracts',
  payments: '/invoices/payments',
  share: '/invoices/share',
  order: '/invoices/order',
} as const;

/** The parts of the room as tabs that are addresses. */
export function Parts({ now }: { now: keyof typeof TO }) {
  const t = useText();
  const go = useGo();
  const handles = useMay('handle invoices');
  const releases = useMay('approve payments');
  const parts = (Object.keys(TO) as (keyof typeof TO)[]).filter(
    (part) => handles || releases || !['payments', 'order'].includes(part),
  );
  return (
    <Tabs value={now} onChange={(part) => part && go(TO[part as keyof typeof TO])} mb={12}>
      <Tabs.List aria-label={t('parts')}>
        {parts.map((part) => (
          <Tabs.Tab key={part} value={part}>
            {t(`part.${part}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {parts.map((part) => (
        <Tabs.Panel key={part} value={part}>
          {null}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
