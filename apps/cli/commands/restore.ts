import { type Command, PlainError } from '../arguments.ts';
export const restoreCommand: Command = {
  summary: 'x',
  usage: 'x',
  run: async () => {
    throw new PlainError('soon');
  },
};
