import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Letter } from './letter.entity.ts';
import { LettersController } from './letters.controller.ts';
import { SendSignedLetters } from './reactions/send-signed-letters.ts';

@Module({
  imports: [TypeOrmModule.forFeature([Letter])],
  controllers: [LettersController],
  providers: [SendSignedLetters],
})
export class CorrespondenceModule {}
