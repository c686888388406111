import { StandardSchemaValidationPipe } from '@nestjs/common';
import { problems } from '#kernel';

/** Checks every `@Body({ schema })`, `@Query({ schema })`: wrong input is 422 with JSON pointers for the form (RFC 9457 §3). */
export const validation = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      problems.invalidInput({
        errors: issues.map(({ path, message }) => ({
          pointer: `/${(path ?? []).map((part) => (typeof part === 'object' ? part.key : part)).join('/')}`,
          detail: message,
        })),
      }),
  });
