import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { today } from '../shared/format.ts';
import { Section } from '../shared/page.tsx';
import { useText } from './texts.ts';

/** The invoices of an accounting month as a file, for an accounting system without a connection. */
export function ExportForm() {
  const t = useText();
  const [month, setMonth] = useState(today().slice(0, 7));
  const [format, setFormat] = useState('csv');
  return (
    <Section title={t('handOver')}>
      <p className="quiet" style={{ marginTop: 0 }}>
        {t('handOverExplain')}
      </p>
      <div className="filters">
        <TextInput
          size="xs"
          type="month"
          label={t('postingMonth')}
          w={160}
          value={month}
          onChange={(event) => setMonth(event.currentTarget.value)}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('format')}
          value={format}
          onChange={setFormat}
          data={[
            { value: 'csv', label: 'CSV' },
            { value: 'json', label: 'JSON' },
            { value: 'xml', label: 'XML' },
          ]}
        />
        <Button
          component="a"
          size="xs"
          variant="default"
          href={`/api/accounting/export?month=${month}&format=${format}`}
          download
        >
          {t('download')}
        </Button>
      </div>
    </Section>
  );
}
