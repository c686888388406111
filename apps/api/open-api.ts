import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** Publishes the description of the API at /api/open-api.json, read from the same zod schemas that check the input. */
export function describeApi(app: INestApplication) {
  const description = new DocumentBuilder().setTitle('Aprite').setVersion('1').addCookieAuth('aprite_session').build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, description), {
    jsonDocumentUrl: 'api/open-api.json',
  });
}
