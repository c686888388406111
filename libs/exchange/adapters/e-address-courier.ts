import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { FileStore } from '#files';
import { config } from '#platform';
import type { Sending } from '../commands/attempt-dispatch.ts';
import { Courier, Undeliverable } from './courier.ts';

/**
 * The official e-address, as a file drop: a DIV envelope and its files in `outbox/<id>/`. The real service (SOAP with mutual TLS and a
 * signed envelope) needs an agreement with VDAA; a driver for it implements the same `deliver`.
 */
@Injectable()
export class EAddressCourier extends Courier {
  readonly channel = 'e-address';

  constructor(private readonly store: FileStore) {
    super();
  }

  async deliver(sending: Sending): Promise<string> {
    const folder = config().E_ADDRESS_DIR;
    if (!folder)
      throw new Undeliverable(
        'E-adreses savienojums nav iestatīts. Izvēlieties citu kanālu vai vērsieties pie administratora.',
      );
    const draft = join(folder, 'outbox', `.${sending.id}`);
    await mkdir(draft, { recursive: true });
    const parts: EnvelopeFile[] = [];
    for (const [place, { name, sha256, size, mediaType }] of sending.files.entries()) {
      const bytes = await this.store.read(sha256);
      const fileName = `${place + 1}-${name.replaceAll(/[^\p{L}\p{N}._ -]/gu, '_')}`;
      await writeFile(join(draft, fileName), bytes);
      parts.push({ name, fileName, size, mediaType, digest: createHash('sha512').update(bytes).digest('base64') });
    }
    await writeFile(join(draft, 'envelope.xml'), envelope(sending, parts));
    // The folder appears whole or not at all; the same dispatch again finds it there.
    await rename(draft, join(folder, 'outbox', sending.id)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
    return sending.id;
  }
}

interface EnvelopeFile {
  readonly name: string;
  readonly fileName: string;
  readonly size: number;
  readonly mediaType: string;
  readonly digest: string;
}

const xml = (text: string) => text.replaceAll(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The sender's half of a DIV v1-0 envelope; the server's half and the signature are the real service's matter. */
const envelope = (
  { id, title, number, registeredOn, address, sender, answers }: Sending,
  files: readonly EnvelopeFile[],
) => `<?xml version="1.0" encoding="UTF-8"?>
<Envelope xmlns="http://ivis.eps.gov.lv/XMLSchemas/100001/DIV/v1-0">
  <SenderDocument Id="SenderSection">
    <DocumentMetadata>
      <GeneralMetadata>
        <Authors><AuthorEntry><Institution><Title>${xml(sender.name)}</Title></Institution></AuthorEntry></Authors>
        <Date>${registeredOn ?? ''}</Date>
        <DocumentKind><DocumentKindCode>DOC_EMPTY</DocumentKindCode><DocumentKindVersion>1.0</DocumentKindVersion><DocumentKindName>Vēstule</DocumentKindName></DocumentKind>
        <Description>${xml(title)}</Description>
        <Title>${xml(title)}</Title>
      </GeneralMetadata>${
        answers
          ? `
      <CommonMetadata><DocumentReferences><ReferenceEntry><RefRegistrationNumber>${xml(answers)}</RefRegistrationNumber></ReferenceEntry></DocumentReferences></CommonMetadata>`
          : ''
      }
      <PayloadReference>${files
        .map(
          ({ name, fileName, size, mediaType, digest }, place) => `
        <File><MimeType>${xml(mediaType)}</MimeType><Size>${size}</Size><Name>${xml(name)}</Name><Content><ContentReference>${xml(fileName)}</ContentReference><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha512"/><DigestValue>${digest}</DigestValue></Content><Compressed>false</Compressed><AppendixNumber>${place + 1}</AppendixNumber></File>`,
        )
        .join('')}
      </PayloadReference>
    </DocumentMetadata>
    <SenderTransportMetadata>
      <SenderE-Address>${xml(sender.eAddress)}</SenderE-Address>
      <SenderRefNumber>${xml(number ?? id)}</SenderRefNumber>
      <Recipients><RecipientEntry><RecipientE-Address>${xml(address)}</RecipientE-Address></RecipientEntry></Recipients>
      <NotifySenderOnDelivery>true</NotifySenderOnDelivery>
      <Priority>normal</Priority>
      <TraceInfo><TraceInfoEntry><TraceInfoID>${id}</TraceInfoID><TraceText>Aprite</TraceText></TraceInfoEntry></TraceInfo>
    </SenderTransportMetadata>
  </SenderDocument>
</Envelope>
`;
