import type { Sending } from '../commands/attempt-dispatch.ts';

/** One way of sending: hands a document over to the other side. */
export abstract class Courier {
  abstract readonly channel: string;
  /**
   * Answers the name by which the other side knows the sending.
   * @throws Undeliverable when trying again is no use; any other error means "try again later"
   */
  abstract deliver(sending: Sending): Promise<string>;
}

/** The other side refuses for good. The message is what the clerk reads. */
export class Undeliverable extends Error {}
