import type { CertificateView } from '#signing/contract';
import { day } from '../shared/format.ts';
import { SmallTable } from '../shared/small-table.tsx';
import { useText } from './texts.ts';

/** Certificates as one compares them with a published list. */
export function CertificateTable({ label, of }: { label: string; of: readonly CertificateView[] }) {
  const t = useText();
  return (
    <SmallTable
      label={label}
      head={[{ title: t('holder') }, { title: t('issuer') }, { title: t('valid') }, { title: t('fingerprint') }]}
      rows={of.map(({ subject, issuer, validFrom, validTo, sha256 }) => ({
        key: sha256,
        cells: [
          subject,
          issuer,
          <span key="valid" className="figures">
            {day(validFrom)} – {day(validTo)}
          </span>,
          <span key="print" className="figures" style={{ overflowWrap: 'anywhere', fontSize: 12 }}>
            {sha256.match(/.{8}/g)?.join(' ')}
          </span>,
        ],
      }))}
    />
  );
}
