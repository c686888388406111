import type { NestExpressApplication } from '@nestjs/platform-express';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface Media {
  schema?: object;
}

interface Operation {
  responses: Record<string, { content?: Record<string, Media> }>;
}

export interface Description {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

/** Compares answers of the API with its published description, by a JSON Schema validator that is not ours. */
export class AnswerJudge {
  readonly operations: { name: string; method: string; path: string; operation: Operation }[];
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly compiled = new Map<object, ValidateFunction>();

  constructor(private readonly description: Description) {
    addFormats.default(this.ajv);
    this.operations = Object.entries(description.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ name: `${method} ${path}`, method, path, operation })),
    );
  }

  /** What is wrong in an answer; a body of undefined means bytes or nothing. */
  wrongIn(method: string, path: string, status: number, body: unknown): string[] {
    const responses = this.description.paths[path]?.[method]?.responses;
    if (!responses) return [`${method} ${path} is not described`];
    const response = responses[status] ?? (status >= 400 ? responses['default'] : undefined);
    if (!response) return [`${method} ${path} does not say that it answers ${status}`];
    const media = response.content?.[status >= 400 ? 'application/problem+json' : 'application/json'];
    if (!media?.schema) return [];
    const judge = this.judgeOf(media.schema);
    if (judge(body)) return [];
    return judge.errors!.map(({ instancePath, message }) => `${method} ${path} ${status} ${instancePath}: ${message}`);
  }

  private judgeOf(schema: object): ValidateFunction {
    const known = this.compiled.get(schema);
    if (known) return known;
    const judge = this.ajv.compile({ ...schema, components: this.description.components });
    this.compiled.set(schema, judge);
    return judge;
  }
}

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

/** `get /api/documents/{id}` for every route that Express really serves; the description's own pages are not among them. */
export function routesOf(api: NestExpressApplication): string[] {
  const { stack } = (api.getHttpAdapter().getInstance() as { router: { stack: Layer[] } }).router;
  return stack
    .flatMap(({ route }) =>
      route ? Object.keys(route.methods).map((method) => `${method} ${bracesIn(route.path)}`) : [],
    )
    .filter((route) => !/^get \/api\/(docs|open-api)/.test(route));
}

/** Express's `:id` as OpenAPI's `{id}`. */
export const bracesIn = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');
