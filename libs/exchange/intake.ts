import { Injectable } from '@nestjs/common';
import {
  FileStore,
  gate,
  inspect,
  nestedMail,
  openMail,
  takeFile,
  type PutIn,
  type StoredFile,
  type TakenFile,
} from '#files';
import { dayOf, type Actor } from '#kernel';
import { Transactions } from '#platform';
import { failBounced } from './commands/fail-bounced.ts';
import { dismissItem } from './commands/dismiss-item.ts';
import { receiveItem, type NewItem } from './commands/receive-item.ts';
import type { InChannel } from './contract.ts';

interface MailTaken {
  /** What the channel knows the message by. */
  readonly externalId?: string | null;
  readonly beside?: readonly TakenFile[];
}

/** A message whose parts the channel gives apart. */
type MessageTaken = Pick<
  NewItem,
  'channel' | 'senderName' | 'senderAddress' | 'subject' | 'body' | 'sentOn' | 'externalId'
> & {
  readonly raw: Uint8Array;
  readonly putIn: readonly PutIn[];
};

const MAIL = 'message/rfc822';

/** Takes in what channels bring: stores the bytes first, then opens and inspects them, then enters the item in one transaction. */
@Injectable()
export class Intake {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: FileStore,
  ) {}

  /** One e-mail, stored already as it came, with files put in beside it. Never refuses a message for its faults. */
  async takeMail(
    actor: Actor,
    stored: StoredFile,
    { externalId = null, beside = [] }: MailTaken = {},
  ): Promise<string> {
    const receivedAt = new Date();
    const { sentAt, bounce, files, ...mail } = await gate.pass(() => this.open(stored));
    const item: NewItem = {
      ...mail,
      channel: 'email',
      receivedAt,
      sentOn: sentAt && dayOf(sentAt),
      externalId,
      raw: { ...stored, mediaType: MAIL },
      files: [...files, ...beside],
    };
    return this.transactions.run(actor, async (tx) => {
      const id = await receiveItem(tx, item);
      if (bounce && (await failBounced(tx, bounce))) {
        await dismissItem(tx, id, 'Paziņojums par nepiegādātu sūtījumu; tas atzīmēts pie nosūtītā dokumenta.');
      }
      return id;
    });
  }

  /** The message and its attachments, stored and inspected. */
  private async open(stored: StoredFile) {
    const { attachments, ...mail } = await openMail(await this.store.read(stored.sha256));
    const files: TakenFile[] = [];
    for (const { name, bytes } of attachments) files.push(await this.storeAttachment(name, bytes));
    return { ...mail, files };
  }

  /**
   * A set of files put in together: one item; an e-mail among them is opened into its parts. Several e-mails are several letters,
   * each an item of its own. Answers the items' ids.
   */
  async takeFiles(
    actor: Actor,
    putIn: readonly PutIn[],
    channel: InChannel,
    externalId: string | null = null,
  ): Promise<string[]> {
    const mails: StoredFile[] = [];
    const files: TakenFile[] = [];
    for (const one of putIn) {
      const file = await takeFile(this.store, one);
      if (file.mediaType === MAIL && /\.eml$/i.test(file.name)) mails.push(file.stored);
      else files.push(file);
    }
    const ids: string[] = [];
    const [mail] = mails;
    if (mail && mails.length === 1 && files.length) return [await this.takeMail(actor, mail, { beside: files })];
    for (const stored of mails) ids.push(await this.takeMail(actor, stored));
    if (files.length) ids.push(await this.takeSet(actor, files, channel, externalId));
    return ids;
  }

  /** A message of another channel whose data and files are known: stored, inspected, entered. */
  async takeMessage(actor: Actor, { raw, putIn, ...message }: MessageTaken): Promise<string> {
    const stored = await this.store.put(raw);
    const files: TakenFile[] = [];
    for (const one of putIn) files.push(await takeFile(this.store, one));
    const item = { ...message, receivedAt: new Date(), raw: { ...stored, mediaType: 'application/xml' }, files };
    return this.transactions.run(actor, (tx) => receiveItem(tx, item));
  }

  private async takeSet(
    actor: Actor,
    files: readonly TakenFile[],
    channel: InChannel,
    externalId: string | null,
  ): Promise<string> {
    const [only] = files;
    const raw =
      only && files.length === 1 ? { ...only.stored, mediaType: only.mediaType } : await this.storeList(files);
    const item: NewItem = {
      channel,
      receivedAt: new Date(),
      senderName: '',
      senderAddress: '',
      subject: files[0]!.name.replace(/\.[^.]+$/, ''),
      body: '',
      sentOn: null,
      externalId,
      raw,
      files,
    };
    return this.transactions.run(actor, (tx) => receiveItem(tx, item));
  }

  private async storeAttachment(name: string, bytes: Uint8Array): Promise<TakenFile> {
    const stored = await this.store.put(bytes);
    const { mediaType, findings } = await inspect(bytes, name);
    return { name, stored, mediaType, findings: mediaType === MAIL ? [...findings, nestedMail()] : findings };
  }

  /** What came, when it was several files: their list with hashes. */
  private async storeList(files: readonly TakenFile[]) {
    const list = files.map(({ name, stored: { sha256, size } }) => ({ name, sha256, size }));
    return { ...(await this.store.put(Buffer.from(JSON.stringify(list)))), mediaType: 'application/json' };
  }
}
