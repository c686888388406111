import { LIMITS } from '../limits.ts';
import { ASIC_E } from './media-type.ts';
import { attachmentsOf, parseMail } from './read-mail.ts';
import { zipParts } from './zip.ts';

/** A file within a container or message. */
export interface Part {
  readonly name: string;
  readonly size: number;
  /** @throws Error when damaged, encrypted or too large */
  read(): Promise<Buffer>;
}

export const isContainer = (mediaType: string): boolean =>
  mediaType === ASIC_E || mediaType === 'application/zip' || mediaType.startsWith('application/vnd.etsi.asic');

/** A container's own administration, which is nobody's document (EN 319 162-1 §4.4.3). */
export const isAdministration = (name: string): boolean => name.startsWith('META-INF/') || name === 'mimetype';

/** What is within, in an order that does not change; undefined for content that holds no files. */
export async function partsOf(bytes: Buffer, mediaType: string): Promise<Part[] | undefined> {
  if (mediaType === 'message/rfc822') {
    const mail = await parseMail(bytes);
    return (mail ? attachmentsOf(mail) : []).map(({ name, bytes: content }) => ({
      name,
      size: content.length,
      read: async () => content,
    }));
  }
  if (!isContainer(mediaType)) return undefined;
  return (await zipParts(bytes)).map((part) => ({
    name: part.name,
    size: part.size,
    read: () => (part.isReadable ? part.read(LIMITS.zipInflated) : Promise.reject(new Error('Not readable.'))),
  }));
}
