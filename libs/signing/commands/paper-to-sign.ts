import { takeStep } from '#approval';
import { Document, kindOf } from '#documents';
import type { Tx } from '#kernel';
import sql from 'sql-template-tag';
import type { SigningPerson } from '../adapters/signature-provider.ts';
import { problems } from '../problems.ts';

export const ASIC_E = 'application/vnd.etsi.asic-e+zip';
const PDF = 'application/pdf';

/** A signature inside the PDF (PAdES), or in a container with all files (XAdES in ASiC-E). */
export type Form = 'pades' | 'asice';

export interface PaperFile {
  readonly name: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
}

/** What a step asks its person to sign. */
export interface PaperToSign {
  readonly stepId: string;
  readonly documentId: string;
  readonly title: string;
  readonly number: string | null;
  readonly form: Form;
  /** The forms among which the person may still choose; who signs second has no choice. */
  readonly forms: readonly Form[];
  /** What the signature will cover: the PDF, the container that is there already, or the files of a new one. */
  readonly files: readonly PaperFile[];
  /** The paper without any signature; the signed file is derived from it. */
  readonly paperSha256: string;
  /** Name of the signed file. */
  readonly name: string;
  readonly person: SigningPerson;
}

interface FileRow extends PaperFile {
  role: 'main' | 'attachment' | 'signed';
  derivedFrom: string | null;
}

/**
 * What the step asks to sign: the form already signed by others, else the paper. The signer is the acting person: a substitute signs
 * in the own name. `wish` chooses the form where there is a choice.
 * @throws Problem not-ready-to-sign, paper-signatures-broken (409), and those of the step
 */
export async function paperToSign(tx: Tx, stepId: string, wish?: Form | null): Promise<PaperToSign> {
  const step = await takeStep(tx, stepId, 'sign');
  const { id: documentId, kind, state, title, number } = await tx.db.findOneByOrFail(Document, { id: step.documentId });
  if (state !== 'to-sign') throw problems.notReadyToSign({ state });
  const all = await tx.rows<FileRow>(sql`
    select f.name, f.sha256, f.role, f.derived_from as "derivedFrom", s.media_type as "mediaType", s.size::float8 as size
      from document_file f join stored_file s on s.institution_id = f.institution_id and s.sha256 = f.sha256
     where f.document_id = ${documentId} and f.superseded_at is null and f.role in ('main', 'attachment', 'signed') order by f.place`);
  const paper = all.find(({ role }) => role === 'main')!;
  const signed = all.find(({ role, derivedFrom }) => role === 'signed' && derivedFrom === paper.sha256);
  const attachments = all.filter(({ role }) => role === 'attachment');
  const isTogether = kindOf(kind).signedWithAttachments === true && attachments.length > 0;
  const forms = signed ? [formsOf(signed, false)[0]!] : formsOf(paper, isTogether);
  const form = wish && forms.includes(wish) ? wish : forms[0]!;
  const carrier = signed ?? paper;
  await assertUnbroken(tx, carrier);
  const covered = form === 'pades' || isContainer(carrier) ? [carrier] : [paper, ...attachments];
  const person = await tx.row<SigningPerson>(sql`
    select id, given_name as "givenName", family_name as "familyName" from person where id = ${tx.actor.personId}`);
  return {
    stepId,
    documentId,
    title,
    number,
    form,
    forms,
    files: covered.map(({ name, sha256, mediaType, size }) => ({ name, sha256, mediaType, size })),
    paperSha256: paper.sha256,
    name: form === 'pades' || isContainer(carrier) ? carrier.name : `${stemOf(paper.name)}.asice`,
    person: person!,
  };
}

/** Nobody here signs beside a signature that was found not to hold. */
async function assertUnbroken(tx: Tx, { sha256, name }: PaperFile): Promise<void> {
  const broken = await tx.row(sql`
    select 1 from signature_report where sha256 = ${sha256} and superseded_at is null and verdict = 'reject'`);
  if (broken) throw problems.paperSignaturesBroken({ detail: name });
}

/** An ASiC-E container, also under the Latvian name `.edoc`: it gets a further signature inside, as it is. */
export const isContainer = ({ mediaType, name }: PaperFile) => mediaType === ASIC_E || /\.(?:asice|edoc)$/i.test(name);

/** A PDF may be signed by itself or in a container, the usual form of its kind first; anything else only in a container. */
function formsOf(carrier: PaperFile, isTogether: boolean): Form[] {
  if (isContainer(carrier) || carrier.mediaType !== PDF) return ['asice'];
  return isTogether ? ['asice', 'pades'] : ['pades', 'asice'];
}

/** Which bytes the signature is about; another answer means that the paper has changed. */
export const sourceOf = ({ files }: PaperToSign) => files.map(({ sha256 }) => sha256).join(' ');

const stemOf = (name: string) => name.replace(/\.[^.]{1,8}$/, '');
