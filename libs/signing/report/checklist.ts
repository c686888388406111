import { latvianDate, dayOf, latvianTime, type Text } from '#kernel';
import type { CheckPoint, SignatureView } from '../validation-contract.ts';
import { signaturesOf, type KeptReport, type Surroundings } from './kept-report.ts';
import { OUTCOMES, TITLES } from './checklist-texts.ts';

type Outcome = Pick<CheckPoint, 'state'> & Text;
type Point = (signatures: SignatureView[], report: KeptReport, around: Surroundings) => Outcome;

const QUALIFIED = ['QESig', 'QESeal'];
const STRUCTURE = /^(?:container|manifest|mimetype|file|signature-file|xml|unexpected-meta)/;
const CHANGED = ['HASH_FAILURE', 'SIG_CRYPTO_FAILURE', 'FORMAT_FAILURE'];
const UNKNOWN_REVOCATION = ['revocation-unknown', 'revocation-required', 'revocation-status-unknown'];
const REVOKED = ['revoked', 'revoked-no-poe', 'issuer-revoked'];

const names = (list: readonly string[]): string => list.map((name) => `“${name}”`).join(', ');
export const signerName = ({ signer }: Pick<SignatureView, 'signer'>): string => signer?.name ?? '?';
const has = ({ errors, warnings }: SignatureView, codes: readonly string[]): boolean =>
  [...errors, ...warnings].some(({ code }) => codes.includes(code));

/** Who, with the status of EN 319 102-1 in its own words. */
const withIndication = (one: SignatureView): string =>
  `${signerName(one)} (${[one.indication, one.subIndication].filter(Boolean).join(', ')})`;

const unsignedIn = (signatures: SignatureView[]): string[] => [
  ...new Set(signatures.flatMap(({ unsignedFiles }) => unsignedFiles)),
];

/** The clerk's check of a signed document on arrival (practice of Latvian institutions; domain.md §7), filled in by the validation. */
const POINTS: Record<keyof typeof TITLES, Point> = {
  opens: (signatures, { container, verdict }) => {
    const left = unsignedIn(signatures);
    if (left.length) return OUTCOMES.unsignedInside(names(left));
    const isBroken = verdict === 'error' || container.errors.some(({ code }) => STRUCTURE.test(code));
    return isBroken ? OUTCOMES.broken() : OUTCOMES.opens();
  },
  status: (signatures) => {
    const failed = signatures.filter(({ indication }) => indication === 'TOTAL-FAILED');
    if (failed.length) return OUTCOMES.failed(failed.map(withIndication).join('; '));
    const open = signatures.filter(({ indication }) => indication !== 'TOTAL-PASSED');
    return open.length
      ? OUTCOMES.notConcluded(open.map(withIndication).join('; '))
      : OUTCOMES.passed(String(signatures.length));
  },
  qualified: (signatures) => {
    const whose = (...kinds: string[]) =>
      signatures
        .filter(({ qualification }) => kinds.includes(qualification))
        .map(signerName)
        .join(', ');
    const [unqualified, unknown, certified] = [
      whose('AdESig', 'AdESeal'),
      whose('N/A'),
      whose('AdESig-QC', 'AdESeal-QC'),
    ];
    if (unqualified) return OUTCOMES.notQualified(unqualified);
    if (unknown) return OUTCOMES.qualificationUnknown(unknown);
    if (certified) return OUTCOMES.certificateOnly(certified);
    return OUTCOMES.qualified(signatures.every(({ qualification }) => qualification === 'QESeal'));
  },
  timestamp: (signatures) => {
    const without = signatures.filter(({ timestamps }) => timestamps.length === 0);
    if (without.length) return OUTCOMES.noTimestamp(without.map(signerName).join(', '));
    const unproven = signatures.filter(({ timestamps }) => timestamps.every(({ problem }) => problem));
    if (unproven.length) return OUTCOMES.timestampUnproven(unproven.map(signerName).join(', '));
    const unlisted = signatures.filter(({ timestamps }) => !timestamps.some(({ qualified }) => qualified));
    return unlisted.length ? OUTCOMES.timestampNotQualified(unlisted.map(signerName).join(', ')) : OUTCOMES.timestamp();
  },
  integrity: (signatures, { verdict, container }) => {
    const broken = signatures.filter(
      ({ verdict: one, subIndication }) => one === 'reject' && CHANGED.includes(subIndication ?? ''),
    );
    if (broken.length || verdict === 'error') return OUTCOMES.changed(broken.map(signerName).join(', '));
    return container.errors.length ? OUTCOMES.containerRules() : OUTCOMES.unchanged();
  },
  signer: (signatures, _, { sender }) => {
    const who = signatures
      .map(({ signer }) =>
        [signer?.name, signer?.personalCode ?? signer?.organisationIdentifier].filter(Boolean).join(', '),
      )
      .join('; ');
    if (!sender) return OUTCOMES.signerToCompare(who);
    const isSender = signatures.some((one) => isNamed(signerName(one), sender));
    return isSender ? OUTCOMES.signerIsSender(who) : OUTCOMES.signerIsAnother(who, sender);
  },
  time: (signatures, _, { receivedAt }) => {
    const proven = signatures.map(({ timestamps, bestSignatureTime }) =>
      timestamps.some(({ problem }) => !problem) && bestSignatureTime ? new Date(bestSignatureTime) : null,
    );
    const times = signatures.map(({ signingTime }, place) => momentOf(proven[place] ?? signingTime));
    const told = [...new Set(times)].join('; ');
    if (proven.some((time) => time === null)) return OUTCOMES.timeClaimed(told);
    const isLater = receivedAt && proven.some((time) => time! > receivedAt);
    return isLater ? OUTCOMES.timeAfterReceipt(told) : OUTCOMES.timeProven(told);
  },
  revocation: (signatures) => {
    const revoked = signatures.filter((one) => has(one, REVOKED));
    if (revoked.length) return OUTCOMES.revoked(revoked.map(signerName).join(', '));
    const unknown = signatures.filter((one) => has(one, UNKNOWN_REVOCATION) || !one.revocation.length);
    return unknown.length ? OUTCOMES.revocationUnknown(unknown.map(signerName).join(', ')) : OUTCOMES.notRevoked();
  },
  parts: (signatures, _, { beside }) => {
    if (signatures.length === 0) return OUTCOMES.noneSigned();
    const left = unsignedIn(signatures);
    if (left.length) return OUTCOMES.unsignedInside(names(left));
    const unsigned = beside.filter(({ isSigned }) => !isSigned).map(({ name }) => name);
    if (signatures.some(({ isAddedTo }) => isAddedTo))
      return unsigned.length ? OUTCOMES.partlyAndBeside(names(unsigned)) : OUTCOMES.partly();
    return unsigned.length ? OUTCOMES.unsignedBeside(names(unsigned)) : OUTCOMES.allSigned();
  },
  readable: (_, __, { isReadable, beside }) => {
    const unreadable = beside.filter((file) => !file.isReadable).map(({ name }) => name);
    if (!isReadable) return OUTCOMES.unreadable('');
    return unreadable.length ? OUTCOMES.unreadable(names(unreadable)) : OUTCOMES.readable();
  },
  outcome: (signatures, { verdict }) => {
    if (verdict !== 'accept') return verdict === 'indeterminate' ? OUTCOMES.undecided() : OUTCOMES.asUnsigned();
    return signatures.every(({ qualification }) => QUALIFIED.includes(qualification))
      ? OUTCOMES.acceptable()
      : OUTCOMES.withoutQualified();
  },
};

/** The points for one report; a file without any signature has nothing to check. */
export function checklist(report: KeptReport, around: Surroundings): CheckPoint[] {
  if (report.verdict === 'no-signature') return [];
  const signatures = signaturesOf(report);
  const isEmpty = signatures.length === 0;
  return (Object.keys(POINTS) as (keyof typeof TITLES)[])
    .filter((key) => !isEmpty || ['opens', 'parts', 'readable', 'outcome'].includes(key))
    .map((key) => ({ key, title: TITLES[key], ...POINTS[key](signatures, report, around) }));
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every word of the signer's name stands in the sender's, in any order, with or without diacritics. */
function isNamed(signer: string, sender: string): boolean {
  const there = new Set(plain(sender).match(/[\p{L}\d]+/gu));
  const words = plain(signer).match(/[\p{L}\d]+/gu) ?? [];
  return words.length > 0 && words.every((word) => there.has(word));
}

/** '2026-11-12T08:05:00Z' → '12.11.2026. 10.05'. */
export function momentOf(time: Date | string | null): string {
  if (!time) return '–';
  const instant = new Date(time);
  return `${latvianDate(dayOf(instant))} ${latvianTime(instant)}`;
}
