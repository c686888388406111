import { type Command, PlainError } from '../arguments.ts';
export const backupCommand: Command = {
  summary: 'x',
  usage: 'x',
  run: async () => {
    throw new PlainError('soon');
  },
};
