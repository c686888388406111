import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Letter } from './letter.entity.ts';
import { LettersController } from './letters.controller.ts';
import { DraftAskedLetters } from './reactions/draft-asked-letters.ts';
import { SendSignedLetters } from './reactions/send-signed-letters.ts';

@Module({
  imports: [TypeOrmModule.forFeature([Letter])],
  controllers: [LettersController],
  providers: [SendSignedLetters, DraftAskedLetters],
})
export class CorrespondenceModule {}
