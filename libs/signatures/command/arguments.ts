/** Words and options of a command line: `--name value`, `--flag`; an option may occur several times. */
export interface Arguments {
  words: string[];
  one(name: string): string | undefined;
  all(name: string): string[];
  has(flag: string): boolean;
}

export class UsageError extends Error {}

export function readArguments(argv: string[], flags: string[], options: string[]): Arguments {
  const words: string[] = [];
  const values = new Map<string, string[]>();
  const set = new Set<string>();
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (word === '--') {
      words.push(...argv.slice(i + 1));
      break;
    }
    if (!word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const [name, inline] = word.slice(2).split(/=(.*)/s) as [string, string | undefined];
    if (flags.includes(name)) set.add(name);
    else if (options.includes(name)) {
      const value = inline ?? argv[++i];
      if (value === undefined) throw new UsageError(`--${name} needs a value`);
      values.set(name, [...(values.get(name) ?? []), value]);
    } else throw new UsageError(`unknown option --${name}`);
  }
  return {
    words,
    one: (name) => values.get(name)?.at(-1),
    all: (name) => values.get(name) ?? [],
    has: (flag) => set.has(flag),
  };
}
