import { access, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { systemActor, v7 } from '#kernel';
import { config, Every, log, Transactions } from '#platform';
import { DataSource } from 'typeorm';
import { readEnvelope } from '../adapters/envelope.ts';
import { confirmDispatch } from '../commands/change-dispatch.ts';
import { Intake } from '../intake.ts';

/** A page that was not written to for so long is complete. */
const QUIET_MS = 10_000;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Looks every minute into the folders where scanners and the e-address driver put what came. */
@Injectable()
export class PollFolders {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    private readonly intake: Intake,
  ) {}

  /** `SCAN_DIR/<file>` for the only institution, `SCAN_DIR/<institution's code>/<file>` for each of several. */
  @Every('* * * * *')
  async pollScans() {
    const root = config().SCAN_DIR;
    if (!root) return;
    const institutions = await this.institutions();
    for (const { id, code } of institutions) {
      const folder = institutions.length === 1 ? root : join(root, code);
      for (const name of await filesIn(folder)) await tried(name, () => this.takeScan(id, folder, name));
    }
  }

  private async takeScan(institutionId: string, folder: string, name: string) {
    const path = join(folder, name);
    const { mtimeMs, size } = await stat(path);
    if (Date.now() - mtimeMs < QUIET_MS) return;
    await this.intake.takeFiles(systemActor(institutionId), [{ name, path }], 'scan', `${name}:${mtimeMs}:${size}`);
    await moveTo(join(folder, 'taken'), path);
  }

  @Every('* * * * *')
  async pollEAddress() {
    const root = config().E_ADDRESS_DIR;
    if (!root) return;
    for (const name of await filesIn(join(root, 'confirmations')))
      await tried(name, () => this.confirm(join(root, 'confirmations', name)));
    for (const name of await foldersIn(join(root, 'inbox'))) await tried(name, () => this.takeMessage(root, name));
  }

  /** `<dispatch id>.delivered`, or `<dispatch id>.failed` with the reason in it. */
  private async confirm(path: string) {
    const [id = '', ending] = basename(path).split('.');
    if (!UUID.test(id) || (ending !== 'delivered' && ending !== 'failed')) return;
    const refusal = ending === 'failed' ? (await readFile(path, 'utf8')) || 'E-adrese sūtījumu nepiegādāja.' : null;
    await this.transactions.eachInstitution((system) =>
      this.transactions.run(system, (tx) => confirmDispatch(tx, id, refusal)),
    );
    await rm(path);
  }

  /** `inbox/<message id>/envelope.xml` and beside it the files it names. */
  private async takeMessage(root: string, messageId: string) {
    const folder = join(root, 'inbox', messageId);
    const raw = await readFile(join(folder, 'envelope.xml'));
    const { recipients, files, ...message } = readEnvelope(raw.toString('utf8'));
    const wanted = recipients.map((address) => address.toLowerCase());
    const institutions = await this.institutions();
    const institution = institutions.find(({ eAddress }) => wanted.includes(eAddress.toLowerCase()));
    if (!institution) return log.warn({ messageId }, 'an e-address message is for none of our institutions');
    const putIn = [];
    // A reference names a file beside the envelope; one that leads elsewhere is not followed.
    for (const { name, reference } of files) {
      const path = join(folder, reference);
      if (reference && reference === basename(reference) && (await isThere(path))) putIn.push({ name, path });
    }
    await this.intake.takeMessage(systemActor(institution.id), {
      ...message,
      channel: 'e-address',
      externalId: messageId,
      raw,
      putIn,
    });
    await moveTo(join(root, 'taken'), folder);
  }

  private institutions(): Promise<{ id: string; code: string; eAddress: string }[]> {
    return this.dataSource.query('select id, code, e_address as "eAddress" from institutions()');
  }
}

/** One that cannot be taken does not hold up the others; it stays where it is for the next time. */
async function tried(name: string, work: () => Promise<void>) {
  await work().catch((error: unknown) =>
    log.error({ err: error, name }, 'folder intake: could not be taken, trying again'),
  );
}

const entriesOf = (folder: string) => readdir(folder, { withFileTypes: true }).catch(() => []);
const filesIn = async (folder: string) =>
  (await entriesOf(folder))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
const foldersIn = async (folder: string) =>
  (await entriesOf(folder))
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

async function moveTo(folder: string, path: string) {
  await mkdir(folder, { recursive: true });
  await rename(path, join(folder, `${v7()}-${basename(path)}`));
}
