import { Injectable } from '@nestjs/common';
import type { Courier } from './courier.ts';
import { EAddressCourier } from './e-address-courier.ts';
import { EmailCourier } from './email-courier.ts';

/** Every way in which the system sends by itself. A new one: its courier, and one line here. */
@Injectable()
export class Couriers {
  private readonly all: Courier[];

  constructor(email: EmailCourier, eAddress: EAddressCourier) {
    this.all = [email, eAddress];
  }

  of(channel: string): Courier | undefined {
    return this.all.find((courier) => courier.channel === channel);
  }
}
