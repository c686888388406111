import { type Command, PlainError } from '../arguments.ts';

type Run = (argv: string[], io: { stdout: NodeJS.WritableStream; stderr: NodeJS.WritableStream }) => Promise<number>;

export const signatureCommand: Command = {
  summary: 'Creates and validates electronic signatures (PAdES, XAdES, ASiC-E).',
  usage: 'aprite signature VERB … [--json]\n\n`aprite signature help` lists the verbs.',
  async run(argv) {
    const library = (await import('#signatures')) as { runSignatureCommand?: Run };
    if (!library.runSignatureCommand) throw new PlainError('This version does not have this command yet.');
    return library.runSignatureCommand(argv, process);
  },
};
