export { chooseChannel } from './choose-channel.ts';
export { dismissItem, restoreItem } from './commands/dismiss-item.ts';
export { queueDispatch, type NewDispatch } from './commands/queue-dispatch.ts';
export { receiveItem, type NewItem } from './commands/receive-item.ts';
export { itemToRegister, keepProposal, markItemRegistered, type ItemToRegister } from './commands/register-item.ts';
export { splitItem } from './commands/split-item.ts';
export { MailIntake } from './adapters/mail-intake.ts';
export { ExchangeModule } from './exchange.module.ts';
export { Intake } from './intake.ts';
