import { join } from 'node:path';
import { type Command, PlainError, readArguments } from '../arguments.ts';
import { tryLock } from '../postgres/lock.ts';
import { dataFolder, makeFolders, outsideConnections } from '../settings.ts';
import { beginAnew, endLeftovers, forgetRunning, readInstallation, readRunning, writeRunning } from './installation.ts';
import { openHouse } from './open-house.ts';
import { choosePorts } from './ports.ts';
import { summary } from './summary.ts';

export const up: Command = {
  summary: 'Starts everything and stays up until Ctrl-C.',
  usage:
    'aprite up [--fresh] [--empty] [--data DIR] [--port N]\n\n' +
    '  --fresh   begin anew: everything in the data folder is removed\n' +
    '  --empty   load no demonstration municipality\n' +
    '  --data    the data folder (default: data)\n' +
    '  --port    the first of the ports (default: 3000)',
  async run(argv) {
    const began = Date.now();
    const { values } = readArguments(argv, {
      fresh: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
      data: { type: 'string' },
      port: { type: 'string', default: '3000' },
    });
    const data = dataFolder(values.data);
    let folders = makeFolders(data);
    const release = takeOver(data);
    const stop = listenForStop();
    try {
      await endLeftovers(data);
      // Killed in the middle of loading the demonstration: nobody has worked here yet, so it is loaded anew.
      if (values.fresh || readInstallation(data)?.demonstration === 'loading') {
        if (outsideConnections(process.env))
          throw new PlainError(
            'Aprite does not empty a server of your own: give it a new database, and remove installation.json.',
          );
        await beginAnew(data);
        folders = makeFolders(data);
      }
      const { ports, moved } = await choosePorts(readPort(values.port));
      if (moved.length > 0)
        say(`Ports were taken, so others are used / Porti aizņemti, lieto citus: ${moved.join(', ')}`);
      const house = await openHouse({ data, folders, ports, empty: values.empty, say, stop: stop.asked });
      const remember = (): void =>
        writeRunning(
          data,
          house.addresses,
          house.children.map(({ part, pid }) => ({ name: part.name, pid })),
        );
      remember();
      const watch = setInterval(remember, 5000);
      say(summary(house.addresses, house, ((Date.now() - began) / 1000).toFixed(1)));
      await stop.wait(() => house.children.forEach((child) => child.kill()));
      say('Stopping / Apstājas …');
      clearInterval(watch);
      await house.close();
      forgetRunning(data);
      say('Stopped. / Apstājies.');
      return 0;
    } finally {
      release();
    }
  },
};

const say = (text: string): void => void process.stdout.write(`${text}\n`);

function takeOver(data: string): () => void {
  const lock = tryLock(join(data, 'up.lock'));
  if ('release' in lock) return lock.release;
  const addresses = Object.entries(readRunning(data)?.addresses ?? {}).map(
    ([name, address]) => `  ${name.padEnd(44)}${address}`,
  );
  throw new PlainError(
    [
      `Aprite already runs on this data folder (process ${lock.holder}). / Aprite ar šo datu mapi jau darbojas.`,
      ...(addresses.length ? addresses : ['  It is still starting. / Tas vēl tiek palaists.']),
    ].join('\n'),
  );
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_000) return port;
  throw new PlainError(`"${text}" is not a port.`);
}

/** The first signal asks to stop, whenever it comes; at the second one whoever is slow is ended at once. */
function listenForStop() {
  const controller = new AbortController();
  let hurry = (): void => {};
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(name, () => {
      if (controller.signal.aborted) hurry();
      controller.abort();
    });
  const wait = (whenHurried: () => void): Promise<void> => {
    hurry = whenHurried;
    return new Promise((resolve) => {
      if (controller.signal.aborted) resolve();
      controller.signal.addEventListener('abort', () => resolve());
    });
  };
  return { asked: controller.signal, wait };
}
