import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

/** Every refusal of every route (RFC 9457 §3); the types are declared in each library's problems.ts. */
const ProblemDetails = z
  .looseObject({
    type: z.string().meta({ description: '/problems/<kind>, stable' }),
    title: z.string().meta({ description: 'In the language of the person who asks' }),
    status: z.int(),
    requestId: z.uuid(),
    errors: z
      .array(z.object({ pointer: z.string().meta({ description: 'RFC 6901' }), detail: z.string() }))
      .optional()
      .meta({ description: 'What is wrong where in the input (422)' }),
  })
  .meta({ description: 'Problem details of RFC 9457' });

const described = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _version, ...description } = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
  return description;
};

/** The OpenAPI 3.1 description of a running API, read from the zod schemas that check its input and type its answers. */
export function apiDescription(app: INestApplication): OpenAPIObject {
  const head = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Aprite')
    .setDescription('Document management and e-governance for Latvian municipalities')
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .addCookieAuth('aprite_session')
    .addSecurityRequirements('cookie')
    .addGlobalResponse({
      status: 'default',
      description: 'Refused',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    })
    .build();
  const document = SwaggerModule.createDocument(app, head, {
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? { schema: described(schema, schemaType) } : undefined,
  });
  document.components!.schemas = {
    ...document.components!.schemas,
    Problem: described(ProblemDetails, 'output') as never,
  };
  return document;
}

/** Publishes the description at /api/open-api.json and as pages at /api/docs. */
export function describeApi(app: INestApplication) {
  SwaggerModule.setup('api/docs', app, () => apiDescription(app), { jsonDocumentUrl: 'api/open-api.json' });
}
