import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../apps/cli/test/tools.ts';

const run = promisify(execFile);

export interface S3Server {
  readonly endpoint: string;
  readonly accessKey: string;
  readonly secretKey: string;
  stop(): Promise<void>;
}

/**
 * A Ceph cluster of one monitor, one object store in memory and the S3 gateway, in a folder of its own; about ten seconds.
 * Its keys and its configuration are all its own: a Ceph that may run on this machine is not touched.
 */
export async function startCeph(): Promise<S3Server> {
  const folder = mkdtempSync(join(tmpdir(), 'aprite-ceph-'));
  for (const part of ['mon', 'osd', 'rgw']) mkdirSync(join(folder, part));
  const [monitorPort, port] = [await freePort(), await freePort()];
  const [fsid, osd] = [randomUUID(), randomUUID()];
  const monitor = `v2:127.0.0.1:${monitorPort}`;
  const keyring = join(folder, 'keyring');
  writeFileSync(join(folder, 'ceph.conf'), configuration({ folder, fsid, monitor, port }));
  const config = ['--conf', join(folder, 'ceph.conf')];
  const running: ChildProcess[] = [];
  const daemon = (program: string, ...args: string[]) =>
    void running.push(spawn(program, [...config, ...args, '-f'], { stdio: 'ignore' }));

  const keys: [name: string, ...caps: string[]][] = [
    ['mon.', 'mon', 'allow *'],
    ['client.admin', 'mon', 'allow *', 'osd', 'allow *'],
    ['osd.0', 'mon', 'allow profile osd', 'osd', 'allow *'],
    ['client.rgw', 'mon', 'allow rw', 'osd', 'allow rwx'],
  ];
  for (const [place, [name, ...caps]] of keys.entries())
    await run('ceph-authtool', [
      keyring,
      ...(place === 0 ? ['--create-keyring'] : []),
      '--gen-key',
      '-n',
      name,
      ...caps.flatMap((word, index) => (index % 2 === 0 ? ['--cap', word, caps[index + 1]!] : [])),
    ]);
  const map = join(folder, 'monmap');
  await run('monmaptool', ['--create', '--addv', 'a', monitor, '--fsid', fsid, map]);
  await run('ceph-mon', [...config, '--mkfs', '-i', 'a', '--monmap', map, '--keyring', keyring]);
  daemon('ceph-mon', '-i', 'a');
  await run('ceph', [...config, 'osd', 'new', osd], { timeout: 60_000 });
  await run('ceph-osd', [...config, '-i', '0', '--mkfs', '--osd-uuid', osd]);
  daemon('ceph-osd', '-i', '0');
  const login = { accessKey: 'aprite', secretKey: randomUUID() };
  const user = ['--uid=aprite', '--display-name=aprite', `--access-key=${login.accessKey}`];
  await run(
    'radosgw-admin',
    [...config, '-n', 'client.rgw', 'user', 'create', ...user, `--secret-key=${login.secretKey}`],
    { timeout: 120_000 },
  );
  daemon('radosgw', '-n', 'client.rgw');
  const endpoint = `http://127.0.0.1:${port}`;
  await answers(endpoint);
  return {
    endpoint,
    ...login,
    async stop() {
      await Promise.all(running.toReversed().map(ended));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const configuration = (o: { folder: string; fsid: string; monitor: string; port: number }) => `[global]
fsid = ${o.fsid}
mon_host = ${o.monitor}
mon_initial_members = a
ms_bind_msgr1 = false
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
run_dir = ${o.folder}
crash_dir = ${o.folder}
admin_socket = ${o.folder}/$name.asok
log_file = ${o.folder}/$name.log
keyring = ${o.folder}/keyring
mon_data = ${o.folder}/mon
osd_data = ${o.folder}/osd
rgw_data = ${o.folder}/rgw
osd_objectstore = memstore
memstore_device_bytes = 1073741824
osd_crush_chooseleaf_type = 0
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 1
osd_pool_default_pgp_num = 1
osd_pool_default_pg_autoscale_mode = off
mon_allow_pool_size_one = true
rgw_frontends = beast endpoint=127.0.0.1:${o.port}
`;

async function answers(endpoint: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await fetch(endpoint).catch(() => undefined)) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('The S3 gateway did not begin to answer within half a minute.');
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
