import { demoAuthority } from '../../libs/signing/adapters/demo-authority.ts';
import {
  completeAsice,
  completePades,
  prepareAsice,
  preparePades,
  type DataFile,
  type Issued,
} from '../../libs/signatures/index.ts';

/** Somebody of another institution, whose certificate the demonstration trusts. */
export const partner = async (givenName = 'Pēteris', surname = 'Piegādnieks'): Promise<Issued> =>
  (await demoAuthority()).issuePerson({ givenName, surname, personalCode: '020280-22222' });

const services = async (level: 'T' | 'LT') => {
  const { timestamp, fetcher } = await demoAuthority();
  return { level, timestamp, fetcher };
};

/** The PDF with the key's signature, as another program adds it. */
export async function signedPdf(pdf: Uint8Array, key: Issued, level: 'T' | 'LT' = 'LT'): Promise<Buffer> {
  const prepared = preparePades(pdf, key);
  return Buffer.from(await completePades(prepared.state, await key.sign(prepared), await services(level)));
}

/** A new container of files, or one that is there already, with the key's signature. */
export async function signedContainer(content: Uint8Array | DataFile[], key: Issued): Promise<Buffer> {
  const prepared = await prepareAsice(content, key);
  return Buffer.from(await completeAsice(prepared.state, await key.sign(prepared), await services('LT')));
}
