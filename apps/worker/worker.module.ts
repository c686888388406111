import { Module } from '@nestjs/common';
import { RelayModule } from '#platform';
import { HOUSE } from '../api/house.ts';

@Module({ imports: [...HOUSE, RelayModule] })
export class WorkerModule {}
