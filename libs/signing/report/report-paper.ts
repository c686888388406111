import { typeset } from '#files';
import { latvianDate, dayOf, latvianLongDate, type Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { SignatureReportView, SignatureView } from '../validation-contract.ts';
import { momentOf, signerName } from './checklist.ts';
import { FORMATS, INDICATIONS, LEVELS, QUALIFICATIONS, VALID_BUT_NOT_QUALIFIED, VERDICTS } from './report-words.ts';
import { REPORT_TEMPLATE } from './report-template.ts';

/**
 * The report as a paper in Latvian with the institution's head (PDF/A). Answers how to set it, so that the setting happens outside the
 * transaction. The same report gives the same bytes.
 */
export async function reportPaper(tx: Tx, report: SignatureReportView): Promise<() => Buffer> {
  const institution = await tx.row<Record<string, string>>(sql`
    select name, registration_number as "registrationNumber", address, phone, email, e_address as "eAddress"
      from institution where id = ${tx.actor.institutionId}`);
  const file = await tx.row<{ size: string }>(sql`select size from stored_file where sha256 = ${report.sha256}`);
  const checkedAt = new Date(report.checkedAt);
  const short =
    report.verdict === 'accept'
      ? report.points.find(({ key, state }) => key === 'outcome' && state !== 'yes')
      : undefined;
  const data = {
    institution,
    fileName: report.fileName,
    sha256: report.sha256.match(/.{16}/g)!.join(' '),
    size: String(file?.size ?? ''),
    format: FORMATS[report.format] ?? 'nav atpazīts',
    checkedAt: momentOf(checkedAt),
    date: latvianLongDate(dayOf(checkedAt)),
    verdict: short ? VALID_BUT_NOT_QUALIFIED : VERDICTS[report.verdict],
    tone: short ? 'warn' : toneOf(report.verdict),
    advice: (short ? [short] : report.advice).map(({ lv }) => lv),
    container: [...report.container.errors, ...report.container.warnings].map(({ lv }) => lv),
    signatures: report.signatures.map(signatureOf),
    points: report.points.map(({ title, state, lv }) => ({ title: title.lv, state, words: lv })),
    trust: trustOf(report),
  };
  return () => typeset(REPORT_TEMPLATE, data, checkedAt);
}

function signatureOf(signature: SignatureView) {
  const { signer, errors, warnings, timestamps, revocation, algorithms } = signature;
  const signed =
    signature.signedFiles.join(', ') ||
    (signature.isAddedTo ? 'dokuments, kāds tas bija pirms vēlākiem papildinājumiem' : 'viss dokuments');
  const facts: [string, string][] = [
    [
      'Rezultāts',
      `${INDICATIONS[signature.indication] ?? signature.indication} (${signature.indication}${signature.subIndication ? `, ${signature.subIndication}` : ''})`,
    ],
    ['Veids', QUALIFICATIONS[signature.qualification] ?? signature.qualification],
    ['Formāts', `${signature.format}, ${LEVELS[signature.level ?? ''] ?? 'līmenis nav nosakāms'}`],
    ['Personas kods / reģ. Nr.', signer?.personalCode ?? signer?.organisationIdentifier ?? signer?.serialNumber ?? ''],
    ['Iestāde', signer?.organisation ?? ''],
    ['Sertifikāta izdevējs', signer?.issuer ?? ''],
    ['Sertifikāts derīgs', signer ? `${momentOf(signer.validFrom)} – ${momentOf(signer.validTo)}` : ''],
    ['Norādītais laiks', momentOf(signature.signingTime)],
    [
      'Laika zīmogi',
      timestamps
        .map(
          (one) =>
            `${momentOf(one.time)} ${one.by ?? ''}${one.qualified ? ' (kvalificēts)' : ''}${one.problem ? ` – ${one.problem.lv}` : ''}`,
        )
        .join('\n'),
    ],
    [
      'Ziņas par atsaukšanu',
      revocation
        .map(
          (one) =>
            `${one.certificate}: ${REVOCATION[one.status]} (${one.by}, ${momentOf(one.producedAt)}${one.source === 'fetched' ? ', saņemts pārbaudot' : ''})`,
        )
        .join('\n'),
    ],
    [
      'Algoritmi',
      [algorithms.signature, algorithms.digest, algorithms.keyBits && `${algorithms.keyBits} biti`]
        .filter(Boolean)
        .join(', '),
    ],
    ['Paraksts aptver', signed],
    ['Nav parakstīts', signature.unsignedFiles.join(', ')],
  ];
  return {
    signer: signerName(signature),
    tone: toneOf(signature.verdict),
    facts: facts.filter(([, value]) => value),
    errors: errors.map(({ lv }) => lv),
    warnings: warnings.map(({ lv }) => lv),
  };
}

const toneOf = (verdict: string) => (verdict === 'accept' ? 'good' : verdict === 'indeterminate' ? 'warn' : 'bad');

const REVOCATION = { good: 'nav atsaukts', revoked: 'atsaukts', unknown: 'nav zināms' } as const;

/** Against what it was checked, in sentences. */
function trustOf({ trust }: SignatureReportView): string[] {
  if (!trust) return ['Par pārbaudes brīža uzticamo loku ziņu nav.'];
  const lists = trust.lists
    .toSorted((one, other) => one.territory.localeCompare(other.territory))
    .map(
      ({ territory, sequence, loadedAt, nextUpdate, isUsable }) =>
        `${territory} Nr. ${sequence} (ielādēts ${momentOf(loadedAt)}, derīgs līdz ${nextUpdate ? latvianDate(dayOf(new Date(nextUpdate))) : '–'}${isUsable ? '' : '; nav lietots'})`,
    );
  return [
    `Iestādes noteiktie uzticamie sertifikāti: ${trust.anchors}.`,
    lists.length ? `Uzticamie saraksti (ETSI TS 119 612): ${lists.join('; ')}.` : 'Uzticamie saraksti nav ielādēti.',
    ...(trust.unreachable.length ? [`Pārbaudes laikā neatbildēja: ${trust.unreachable.join(', ')}.`] : []),
  ];
}
