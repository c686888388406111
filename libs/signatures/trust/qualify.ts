import { finding } from '../report/findings.ts';
import type { Finding, Qualification, TimestampReport } from '../report/types.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { Chain } from '../x509/chain.ts';
import { attributeOf } from '../x509/name.ts';
import { periodAt, type ServicePeriod, type Trust } from './trust.ts';

export interface QualificationQuestion {
  certificate: Certificate | undefined;
  chain: Chain | undefined;
  trust: Trust;
  at: Date;
  timestamps: TimestampReport[];
  isSound: boolean;
}

/**
 * Qualification by trusted list at signing time (TS 119 615 v1.2.1 §4.4): the issuing service must be listed as CA/QC,
 * granted then; what the certificate states of itself counts, and the list's qualifiers overrule it.
 */
export function qualify(question: QualificationQuestion): { qualification: Qualification; warnings: Finding[] } {
  const { certificate, chain, trust, at } = question;
  if (!certificate || !chain) return { qualification: 'N/A', warnings: [] };
  const issuers = new Set(chain.certificates.map(({ id }) => id));
  const service = trust.services.find(
    (one) => one.type === 'CA/QC' && one.certificates.some(({ id }) => issuers.has(id)),
  );
  const isSeal = certificate.qc.types.length > 0 ? certificate.qc.types.includes('eseal') : isOrganisation(certificate);
  const advanced: Qualification = isSeal ? 'AdESeal' : 'AdESig';
  if (!service) return { qualification: advanced, warnings: [] };
  const period = periodAt(service.periods, at);
  if (!period?.granted)
    return { qualification: advanced, warnings: [finding('status-list-withdrawn', service.provider)] };
  const stated = statementOf(certificate, period, isSeal);
  if (!stated.qualified || !(stated.seal ? period.forSeals : period.forSignatures))
    return { qualification: advanced, warnings: [] };
  if (stated.onDevice) return { qualification: stated.seal ? 'QESeal' : 'QESig', warnings: [] };
  return { qualification: stated.seal ? 'AdESeal-QC' : 'AdESig-QC', warnings: [] };
}

/** Whether a listed service for qualified time stamps, granted then, is on the path of the stamp's certificate (TS 119 615 §4.5). */
export const isQualifiedTimestamp = (path: Certificate[], { services }: Trust, at: Date): boolean =>
  services.some(
    ({ type, certificates, periods }) =>
      type === 'TSA/QTST' &&
      periodAt(periods, at)?.granted === true &&
      certificates.some(({ id }) => path.some((one) => one.id === id)),
  );

const isOrganisation = ({ subject }: Certificate): boolean =>
  attributeOf(subject, 'organizationIdentifier') !== undefined && attributeOf(subject, 'GN') === undefined;

function statementOf(
  certificate: Certificate,
  { qualifiers }: ServicePeriod,
  isSeal: boolean,
): { qualified: boolean; onDevice: boolean; seal: boolean } {
  const listed = new Set(qualifiers.filter((rule) => rule.matches(certificate)).flatMap((rule) => rule.qualifiers));
  const has = (...names: string[]): boolean => names.some((name) => listed.has(name));
  let { compliant: qualified, onDevice } = certificate.qc;
  if (has('QCStatement')) qualified = true;
  if (has('NotQualified')) qualified = false;
  if (has('QCWithSSCD', 'QCWithQSCD', 'QCQSCDManagedOnBehalf')) onDevice = true;
  if (has('QCNoSSCD', 'QCNoQSCD')) onDevice = false;
  const seal = has('QCForESeal') || (isSeal && !has('QCForESig'));
  return { qualified, onDevice, seal };
}
