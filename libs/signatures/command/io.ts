/** Where a command writes (`process` will do); `env` may hold the password of a key file. */
export interface CommandIo {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
  env?: Record<string, string | undefined>;
}
