import { type Command, printResult, readArguments } from '../arguments.ts';
import { removeDatabase, startDatabase } from '../postgres/database.ts';
import { ensureTemplate } from '../postgres/template.ts';
import { sharedTestCluster } from './test-cluster.ts';

export const testDatabaseCommand: Command = {
  summary: 'Starts the test server for single test files, or ends it.',
  usage:
    'aprite test-db [--stop] [--json]\n\n' +
    'Tests start it by themselves; this makes the first one quick. One file:\n' +
    '  npx aprite test libs/documents/numbers.db.test.ts',
  async run(argv) {
    const { values } = readArguments(argv, { stop: { type: 'boolean', default: false } });
    const root = sharedTestCluster();
    if (values.stop) {
      await removeDatabase(root);
      printResult(values.json, { stopped: true }, 'The test server is stopped and removed.');
      return 0;
    }
    const server = await startDatabase({ root, test: true });
    const template = await ensureTemplate(server);
    const { superuserUrl, ownerUrl } = server;
    printResult(
      values.json,
      { template, superuserUrl, ownerUrl },
      `Ready.\n  superuser  ${superuserUrl}\n  template   ${template}`,
    );
    return 0;
  },
};
