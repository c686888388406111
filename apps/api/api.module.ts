import { Module } from '@nestjs/common';
import { HOUSE } from './house.ts';
import { LiveController } from './live.controller.ts';
import { Live } from '#platform';

@Module({ imports: HOUSE, controllers: [LiveController], providers: [Live] })
export class ApiModule {}
