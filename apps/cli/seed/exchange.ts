import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { dismissItem, Intake } from '#exchange';
import { FileStore, typeset } from '#files';
import { systemActor } from '#kernel';
import type { SeedContext } from './context.ts';

interface DemoMail {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments?: { filename: string; content: Buffer; contentType?: string }[];
}

/** What waits at the clerk's table on the first morning: letters by e-mail, a scanned page, and two that need a careful look. */
export async function seedExchange(context: SeedContext): Promise<void> {
  const { app, institutionId } = context;
  const intake = app.get(Intake);
  const store = app.get(FileStore);
  const system = systemActor(institutionId);
  const receive = async (mail: DemoMail) => {
    const stored = await store.put(await messageOf(mail));
    return intake.takeMail(system, stored, { externalId: `sha256:${stored.sha256}` });
  };
  for (const mail of MAILS) await receive(mail);
  const advertisement = await receive({
    from: 'SIA “Biroja preces” <akcijas@birojapreces.example>',
    subject: 'Akcija! Kancelejas preces par puscenu',
    text: 'Tikai šonedēļ: papīrs, mapes un tinte ar 50 % atlaidi.',
  });
  await context.as('lietvede', (tx) => dismissItem(tx, advertisement, 'Reklāma'));

  const folder = await mkdtemp(join(tmpdir(), 'aprite-seed-'));
  try {
    const path = join(folder, 'scan.pdf');
    await writeFile(path, paper(SCANNED));
    await intake.takeFiles(system, [{ name: 'Skenēts iesniegums 2026-11-20.pdf', path }], 'scan');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const paper = (text: string) =>
  typeset(
    `#set page(paper: "a4", margin: 2.5cm)\n#set text(font: "Noto Serif", lang: "lv", size: 11pt)\n${text}`,
    {},
    new Date('2026-11-19T08:00:00Z'),
  );

async function messageOf({ from, ...mail }: DemoMail): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await transport.sendMail({
    from,
    to: 'Parauga novada pašvaldība <pasts@paraugs.example>',
    ...mail,
  });
  return message as Buffer;
}

const SCANNED = `Parauga novada pašvaldībai

Mirdza Testa-Liepiņa, Liepu iela 4, Paraugs

#align(center)[*IESNIEGUMS*]

2026. gada 19. novembrī

Lūdzu izcirst bīstamu koku pie manas mājas Liepu ielā 4: pēc vētras tas ir sasvēries pār gājēju ietvi.

_(paraksts)_ M. Testa-Liepiņa`;

const MAILS: readonly DemoMail[] = [
  {
    from: 'Andris Testa-Ozoliņš <andris.testa@pasts.example>',
    subject: 'Iesniegums par ielas apgaismojumu',
    text: 'Labdien!\n\nJau trešo nedēļu nedeg ielu apgaismojums Skolas ielā starp 3. un 11. namu. Bērni no skolas nāk tumsā. Lūdzu atjaunot apgaismojumu un atbildēt rakstveidā.\n\nAndris Testa-Ozoliņš\nSkolas iela 7, Paraugs',
    attachments: [
      { filename: 'Skolas iela – karte.pdf', content: paper('*Skolas iela*\n\nNedeg gaismekļi Nr. 14, 15 un 16.') },
    ],
  },
  {
    from: 'Valsts vides pārbaudes dienests <vide@vvpd.example>',
    subject: 'Par atzinuma sniegšanu (Nr. 4-12/2026/381)',
    text: 'Nosūtām pieprasījumu sniegt atzinumu par notekūdeņu attīrīšanas iekārtu pārbūves ieceri. Pielikumā: pieprasījums uz 1 lapas.\n\nAr cieņu\nValsts vides pārbaudes dienests',
    attachments: [
      {
        filename: 'Pieprasijums_4-12-2026-381.pdf',
        content: paper(
          'Valsts vides pārbaudes dienests\n\n18.11.2026. Nr. 4-12/2026/381\n\n*Par atzinuma sniegšanu*\n\nLūdzam līdz 2026. gada 4. decembrim sniegt atzinumu par notekūdeņu attīrīšanas iekārtu pārbūves ieceri Parauga pagastā.',
        ),
      },
    ],
  },
  {
    from: 'Rasma Testa-Kalniņa <rasma.testa@pasts.example>',
    subject: 'Informācijas pieprasījums par ceļu uzturēšanas izmaksām',
    text: 'Pamatojoties uz Informācijas atklātības likumu, lūdzu sniegt informāciju par pašvaldības ceļu ziemas uzturēšanas izmaksām 2025. gadā, atsevišķi par katru pagastu.\n\nRasma Testa-Kalniņa',
  },
  {
    from: 'Rēķini <rekini@nezinams.example>',
    subject: 'Neapmaksāts rēķins – steidzami',
    text: 'Rēķins pielikumā. Atveriet datni.',
    attachments: [
      {
        filename: 'Rekins_8841.pdf.exe',
        content: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(128)]),
        contentType: 'application/octet-stream',
      },
    ],
  },
];
