import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** PostgreSQL refuses to run as root, so root runs it as "nobody", who exists on every system. */
export interface RunAs {
  uid: number;
  gid: number;
  /** Set only when it differs from who we are. */
  switch: { uid: number; gid: number } | Record<string, never>;
}

const nobody = 65534;

export function runAs(): RunAs {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  return uid === 0 ? { uid: nobody, gid: nobody, switch: { uid: nobody, gid: nobody } } : { uid, gid, switch: {} };
}

/**
 * Where the cluster really lies: in the folder asked for, or under /var/lib when "nobody" cannot walk there
 * (a project below /root, for instance).
 */
export function reachableFolder(folder: string): string {
  const wanted = resolve(folder);
  const { uid, gid, switch: other } = runAs();
  if (!('uid' in other)) return wanted;
  const elsewhere = join('/var/lib', `aprite-${createHash('sha256').update(wanted).digest('hex').slice(0, 10)}`);
  // Where a cluster lies already, there it stays: changed rights of a folder above must not make it look lost.
  const existing = [wanted, elsewhere].find((place) => existsSync(join(place, 'data')));
  return existing ?? (canWalk(wanted, uid, gid) ? wanted : elsewhere);
}

function canWalk(path: string, uid: number, gid: number): boolean {
  if (existsSync(path)) {
    const facts = statSync(path);
    const bit = facts.uid === uid ? 0o100 : facts.gid === gid ? 0o010 : 0o001;
    if ((facts.mode & bit) === 0) return false;
  }
  return path === dirname(path) || canWalk(dirname(path), uid, gid);
}
