import type { Connections } from '../settings.ts';
import type { Ports } from './ports.ts';

export interface Surroundings {
  connections: Connections;
  ports: Ports;
  folders: { files: string; keys: string; mail: string };
  demonstration: boolean;
}

/** What every part is told. Whatever the person set in the environment (S3, OIDC, SMTP …) is passed on and wins. */
export function partEnvironment(s: Surroundings, databaseUrl: string): NodeJS.ProcessEnv {
  const { ports } = s;
  const defaults = {
    QUEUE_URL: s.connections.appUrl,
    PUBLIC_URL: `http://127.0.0.1:${ports.api}`,
    PORTAL_URL: `http://127.0.0.1:${ports.portal}`,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    FILES_DIR: s.folders.files,
    KEYS_DIR: s.folders.keys,
    NODE_ENV: 'production',
  };
  const fixed = {
    DATABASE_URL: databaseUrl,
    API_PORT: String(ports.api),
    PORTAL_PORT: String(ports.portal),
    WORKER_PORT: String(ports.worker),
    MAIL_CATCHER_PORT: String(ports.smtp),
    MAIL_INTAKE_PORT: String(ports.mailIntake),
    DEMO: s.demonstration ? '1' : '0',
    TZ: 'UTC',
  };
  const { OWNER_DATABASE_URL: _o, WORKER_DATABASE_URL: _w, PORTAL_DATABASE_URL: _p, ...given } = process.env;
  return { ...defaults, ...given, ...fixed };
}

/**
 * Loading the demonstration makes an institution, which only the owner may. Nothing waits for the disk: what a power cut interrupts is
 * loaded anew, and the seed's own last commit waits for everything before it.
 */
export const seedEnvironment = (s: Surroundings): NodeJS.ProcessEnv => ({
  ...partEnvironment(s, s.connections.workerUrl),
  OWNER_DATABASE_URL: s.connections.ownerUrl,
  PGOPTIONS: '-c synchronous_commit=off',
  // Each connection reads the Latvian dictionary when it first indexes a document; that takes a second.
  DATABASE_CONNECTIONS: '4',
});
