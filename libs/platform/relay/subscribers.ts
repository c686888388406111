import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { EVENT_TYPES, EVERY, type JournalEntry } from './on-event.ts';

type Subscriber = (entry: JournalEntry) => Promise<void>;

/** Every @OnEvent and @Every method of this process, under the name `Class.method`. */
@Injectable()
export class Subscribers implements OnApplicationBootstrap {
  private readonly byName = new Map<string, Subscriber>();
  private readonly namesByType = new Map<string, string[]>();
  /** Schedules: name → cron. */
  readonly schedules = new Map<string, string>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap() {
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
        const types = this.reflector.get<string[] | undefined>(EVENT_TYPES, instance[method]);
        const cron = this.reflector.get<string | undefined>(EVERY, instance[method]);
        if (!types && !cron) continue;
        const name = `${instance.constructor.name}.${method}`;
        this.byName.set(name, (entry) => instance[method](entry));
        if (cron) this.schedules.set(name, cron);
        for (const type of types ?? []) this.namesByType.set(type, [...this.namesOf(type), name]);
      }
    }
  }

  namesOf(type: string): string[] {
    return this.namesByType.get(type) ?? [];
  }

  get(name: string): Subscriber {
    const subscriber = this.byName.get(name);
    if (!subscriber) throw new Error(`No subscriber called ${name}`);
    return subscriber;
  }
}
