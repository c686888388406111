import { defineProblems } from '#kernel';

export const platformProblems = defineProblems({
  databaseAway: {
    status: 503,
    lv: 'Datubāze pašlaik neatbild. Pēc brīža pārliecinieties, vai darbība ir izdarīta, un, ja nav, atkārtojiet.',
    en: 'The database does not answer at present. In a moment see whether the act was done, and repeat it if not.',
  },
});

/** SQLSTATE classes and Node's codes that say: nothing is wrong with the question, nobody is there to answer it. */
const AWAY = /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
/** What pg says where it has no code. */
const CUT =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** TypeORM gives a broken connection away under whoever still asks. */
const RELEASED = /^(QueryRunner(Provider)?AlreadyReleased|TransactionNotStarted)Error$/;

/** Whether an error means that the database is being restarted, is full or out of reach. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  // A socket file that is not there; a missing file is another matter.
  return (
    AWAY.test(code ?? '') ||
    (code === 'ENOENT' && syscall === 'connect') ||
    CUT.test(error.message) ||
    RELEASED.test(error.name)
  );
}
