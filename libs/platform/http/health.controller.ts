import { Controller, Get, Header, SetMetadata } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { platformProblems } from '../problems.ts';
import { Answers, AnswersBytes } from './answers.ts';

export const PUBLIC = 'aprite:public';

/** Opens a route to people who are not signed in. */
export const Public = () => SetMetadata(PUBLIC, true);

const register = new Registry();
collectDefaultMetrics({ register });

const Health = z.object({ status: z.literal('ok') });
type Health = z.infer<typeof Health>;

@Public()
@Controller()
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('health/live')
  @Answers(Health)
  live(): Health {
    return { status: 'ok' };
  }

  /** Ready when the database answers. */
  @Get('health/ready')
  @Answers(Health)
  async ready(): Promise<Health> {
    await this.dataSource.query('select 1').catch(() => {
      throw platformProblems.databaseAway();
    });
    return { status: 'ok' };
  }

  @Get('metrics')
  @Header('content-type', register.contentType)
  @AnswersBytes()
  metrics() {
    return register.metrics();
  }
}
