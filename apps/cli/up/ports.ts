import { createServer } from 'node:net';

const parts = ['api', 'portal', 'worker', 'mailPage', 'smtp', 'mailIntake'] as const;
export type Ports = Record<(typeof parts)[number], number>;

/** Beside one another, so that `--port 4000` moves all of them. */
const offsets: Ports = { api: 0, portal: 1, worker: 2, mailPage: 3, smtp: 25, mailIntake: 26 };

/** The wanted ports, or the next free ones; `moved` tells which were taken by somebody else. */
export async function choosePorts(first: number): Promise<{ ports: Ports; moved: string[] }> {
  const ports = { ...offsets };
  const moved: string[] = [];
  const chosen = new Set<number>();
  for (const part of parts) {
    const wanted = first + offsets[part];
    let port = wanted;
    while (chosen.has(port) || !(await isFree(port))) port++;
    chosen.add(port);
    ports[part] = port;
    if (port !== wanted) moved.push(`${wanted} → ${port}`);
  }
  return { ports, moved };
}

/** A port may be taken on one address only, so every address that the parts listen on is tried. */
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port));
}

function canListen(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
