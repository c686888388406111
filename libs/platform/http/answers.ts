import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

/**
 * What a route answers: the contract's view goes into the published description, and a method that returns anything else does not
 * compile. A route that answers nothing (204) needs none.
 */
export const Answers =
  <View extends z.ZodType>(view: View, status: 200 | 201 | 202 = 200) =>
  <Method extends (...given: never[]) => z.output<View> | Promise<z.output<View>>>(
    controller: object,
    name: string,
    method: TypedPropertyDescriptor<Method>,
  ): void =>
    void ApiResponse({ status, description: '', standardSchema: view })(controller, name, method);

/** The route answers bytes: a stored file, a page. */
export const AnswersBytes = () =>
  applyDecorators(ApiOkResponse({ description: '', content: { '*/*': { schema: { type: 'string' } } } }));

/** What a route that makes something answers. */
export const Created = z.object({ id: z.uuid() });
