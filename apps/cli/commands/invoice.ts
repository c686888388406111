import { type Command, PlainError } from '../arguments.ts';

type Run = (argv: string[], io: { stdout: NodeJS.WritableStream; stderr: NodeJS.WritableStream }) => Promise<number>;

export const invoiceCommand: Command = {
  summary: 'Recognises, validates and renders electronic invoices (EN 16931).',
  usage: 'aprite invoice VERB … [--json]\n\n`aprite invoice help` lists the verbs.',
  async run(argv) {
    const library = (await import('#einvoice')) as { runInvoiceCommand?: Run };
    if (!library.runInvoiceCommand) throw new PlainError('This version does not have this command yet.');
    return library.runInvoiceCommand(argv, process);
  },
};
