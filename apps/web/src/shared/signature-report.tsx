import type { SignatureReportView } from '#signing/contract';
import { moment, usePick } from './format.ts';
import { Notice, StateMark, type Tone } from './page.tsx';
import { defineTexts } from './text.ts';

const useText = defineTexts(
  'signature-report',
  {
    'verdict.accept': 'Paraksts ir derīgs',
    'verdict.indeterminate': 'Parakstu nevar pilnībā pārbaudīt',
    'verdict.reject': 'Paraksts nav derīgs',
    'verdict.no-signature': 'Datnei nav elektroniskā paraksta',
    'verdict.error': 'Paraksta pārbaude neizdevās',
    signer: 'Parakstītājs: {{name}}',
    unknownSigner: 'Parakstītājs nav zināms',
    at: 'Parakstīšanas laiks: {{moment}}',
    checked: 'Pārbaudīts {{moment}}',
    partly: 'Paraksts neaptver visu datni.',
    why: 'Kāpēc',
  },
  {
    'verdict.accept': 'The signature is valid',
    'verdict.indeterminate': 'The signature cannot be fully verified',
    'verdict.reject': 'The signature is not valid',
    'verdict.no-signature': 'The file has no electronic signature',
    'verdict.error': 'The signature could not be checked',
    signer: 'Signer: {{name}}',
    unknownSigner: 'The signer is not known',
    at: 'Time of signing: {{moment}}',
    checked: 'Checked {{moment}}',
    partly: 'The signature does not cover the whole file.',
    why: 'Why',
  },
);

const TONE: Record<SignatureReportView['verdict'], Tone> = {
  accept: 'good',
  indeterminate: 'warn',
  reject: 'bad',
  'no-signature': 'plain',
  error: 'bad',
};

const nameOf = (signer: Record<string, unknown> | null) => {
  const name = signer?.['name'] ?? signer?.['commonName'] ?? signer?.['subject'];
  return typeof name === 'string' ? name : undefined;
};

/** What was found in a file's signatures, in words; the codes stay behind "why". */
export function SignatureReport({ report }: { report: SignatureReportView }) {
  const t = useText();
  const pick = usePick();
  return (
    <Notice tone={TONE[report.verdict]}>
      <StateMark tone={TONE[report.verdict]}>{t(`verdict.${report.verdict}`)}</StateMark>{' '}
      <span className="meta">{report.fileName}</span>
      {report.signatures.map((signature, place) => {
        const name = nameOf(signature.signer);
        const sentences = [...signature.errors, ...signature.warnings];
        const time = signature.bestSignatureTime ?? signature.signingTime;
        return (
          <div key={place} style={{ marginTop: 6 }}>
            <div>{name ? t('signer', { name }) : t('unknownSigner')}</div>
            <div className="meta">
              {[signature.format, signature.level, signature.qualification, time && t('at', { moment: moment(time) })]
                .filter(Boolean)
                .join(' · ')}
            </div>
            {!signature.coversWholeDocument && <div>{t('partly')}</div>}
            {sentences.map((sentence, index) => (
              <p key={index}>{pick(sentence)}</p>
            ))}
          </div>
        );
      })}
      {[...report.container.errors, ...report.container.warnings].map((sentence, index) => (
        <p key={index}>{pick(sentence)}</p>
      ))}
      <div className="meta">{t('checked', { moment: moment(report.checkedAt) })}</div>
    </Notice>
  );
}
