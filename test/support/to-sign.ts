import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sql from 'sql-template-tag';
import { startRoute } from '../../libs/approval/index.ts';
import { attachFile, createDocument, defineKind, type DocumentKind } from '../../libs/documents/index.ts';
import { FileStore } from '../../libs/files/index.ts';
import { demoAuthority } from '../../libs/signing/adapters/demo-authority.ts';
import type { House } from './house.ts';

const trial = {
  lv: 'Izmēģinājuma dokuments',
  en: 'Trial document',
  group: 'correspondence',
  direction: 'outgoing',
  register: 'ND',
  caseIndex: '1-9',
  route: ['sign'],
} as const;
const alone = defineKind({ name: 'trial-to-sign', ...trial });
/** A kind whose attachments are signed with the paper. */
export const together = defineKind({ name: 'trial-to-sign-together', signedWithAttachments: true, ...trial });

export interface FileToSign {
  name: string;
  mediaType: string;
  content: Uint8Array;
  role?: 'main' | 'attachment';
}

/** A PDF of one page that differs from every other. */
export async function onePage(text: string): Promise<FileToSign> {
  const paper = await PDFDocument.create();
  paper.addPage([595, 842]).drawText(text, { x: 60, y: 760, size: 16 });
  return { name: `${text}.pdf`, mediaType: 'application/pdf', content: await paper.save() };
}

/** A document on whose route the people's signatures stand open; answers the steps in their order. */
export async function documentToSign(
  house: House,
  files: FileToSign[],
  signers: string[] = ['direktors'],
  kind: DocumentKind = alone,
): Promise<{ documentId: string; stepIds: string[] }> {
  const store = house.app.get(FileStore);
  const stored = await Promise.all(files.map(async (file) => ({ ...file, ...(await store.put(file.content)) })));
  const documentId = await house.as('lietvede', async (tx) => {
    const { id } = await createDocument(tx, kind, { title: files[0]!.name, unitId: house.unit('KAN'), state: 'draft' });
    for (const [index, { name, mediaType, sha256, size, role = index ? 'attachment' : 'main' }] of stored.entries())
      await attachFile(tx, id, { name, mediaType, sha256, size, role });
    await startRoute(tx, id, [{ act: 'sign', personIds: signers.map((name) => house.person(name)) }]);
    return id;
  });
  await house.settle();
  const steps = await house.as('system', (tx) =>
    tx.rows<{ id: string; personId: string }>(
      sql`select id, person_id as "personId" from step where document_id = ${documentId}`,
    ),
  );
  return {
    documentId,
    stepIds: signers.map((name) => steps.find(({ personId }) => personId === house.person(name))!.id),
  };
}

/** The signed file of a document as it stands now. */
export async function signedFile(house: House, documentId: string): Promise<{ name: string; bytes: Buffer } | null> {
  const file = await house.as('system', (tx) =>
    tx.row<{ name: string; sha256: string }>(
      sql`select name, sha256 from document_file where document_id = ${documentId} and role = 'signed' and superseded_at is null`,
    ),
  );
  return file ? { name: file.name, bytes: await house.app.get(FileStore).read(file.sha256) } : null;
}

/** Writes how the institutions of this house sign. */
export async function writeSigningSettings(house: House, settings: object): Promise<void> {
  await mkdir(join(house.folder, 'keys'), { recursive: true });
  await writeFile(join(house.folder, 'keys', 'signing.json'), JSON.stringify({ default: settings }));
}

/** The institution's e-seal in a file, as its means of signing `seal`; issued by the demonstration authority. */
export async function installSeal(house: House, settings: object = {}): Promise<void> {
  const seal = (await demoAuthority()).issueSeal({
    organisation: 'Parauga novada pašvaldība',
    registrationNumber: '99990000003',
  });
  const means = { type: 'pkcs12', name: 'seal', lv: 'Zīmogs', en: 'Seal', file: 'seal.p12', passwordFile: 'password' };
  await writeSigningSettings(house, { means: [means], ...settings });
  await writeFile(join(house.folder, 'keys', 'seal.p12'), seal.toPkcs12('zimogs'));
  await writeFile(join(house.folder, 'keys', 'password'), 'zimogs');
}
