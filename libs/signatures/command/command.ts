import type { CommandIo } from './io.ts';
import { readArguments, UsageError } from './arguments.ts';
import { extendFiles, signFiles } from './sign-files.ts';
import { validateFiles } from './validate-files.ts';

const usage = `aprite signature validate FILE… [--trust DIR-OR-LIST]… [--at TIME] [--offline] [--allow-host NAME:PORT]… [--json]
aprite signature sign FILE… --container pades|asice --level B|T|LT|LTA --p12 FILE [--password WORD] [--tsa URL]
                 [--reason TEXT] [--location TEXT] [--pss] [--allow-host NAME:PORT]… [--out PATH] [--json]
aprite signature extend FILE… --level T|LT|LTA --tsa URL [--allow-host NAME:PORT]… [--out PATH] [--json]
`;

const common = ['allow-host'];

/** `aprite signature …`: the exit code is 0 when all went well, 1 when a file did not, 2 for a wrong command line. */
export async function runSignatureCommand(argv: string[], io: CommandIo): Promise<number> {
  const [command, ...rest] = argv;
  try {
    switch (command) {
      case 'validate':
        return await validateFiles(readArguments(rest, ['offline', 'json'], ['trust', 'at', ...common]), io);
      case 'sign':
        return await signFiles(
          readArguments(
            rest,
            ['pss', 'json'],
            ['container', 'level', 'p12', 'password', 'tsa', 'out', 'reason', 'location', ...common],
          ),
          io,
        );
      case 'extend':
        return await extendFiles(readArguments(rest, ['json'], ['level', 'tsa', 'out', ...common]), io);
      default:
        io.stderr.write(usage);
        return command === undefined || command === 'help' || command === '--help' ? 0 : 2;
    }
  } catch (error) {
    if (error instanceof UsageError) io.stderr.write(`${error.message}\n${usage}`);
    else io.stderr.write(`${(error as Error).message}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}
