/**
 * Holds requests and answers against GitHub's own description of its API (a part of it, in data/openapi.json). It
 * knows exactly the words that the part uses and refuses any other, so that no rule is passed over in silence.
 */
import { readFileSync } from 'node:fs';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly schema: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>;
}

const DESCRIPTION = JSON.parse(readFileSync(new URL('./data/openapi.json', import.meta.url), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

const KNOWN_WORDS = new Set([
  '$ref',
  'type',
  'enum',
  'properties',
  'additionalProperties',
  'required',
  'items',
  'format',
  'nullable',
  'oneOf',
  'anyOf',
  // Say nothing about what is valid.
  'default',
  'title',
  'deprecated',
]);

export interface Described {
  readonly id: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly operation: Operation;
}

/** The operation of a method and a path; undefined where GitHub describes none. */
export function describedOperation(method: string, path: string): Described | undefined {
  for (const [template, methods] of Object.entries(DESCRIPTION.paths)) {
    const operation = methods[method.toLowerCase()];
    const parameters = operation === undefined ? undefined : matchPath(template, path);
    if (operation !== undefined && parameters !== undefined)
      return { id: operation.operationId, parameters, operation };
  }
  return undefined;
}

/** What is wrong with a request: parameters of the path and the query, and the body. */
export function requestProblems({ operation, parameters, id }: Described, url: URL, body: string): string[] {
  const declared = operation.parameters.map((parameter) => resolved(parameter));
  const problems: string[] = [];
  for (const [name, value] of [...Object.entries(parameters), ...url.searchParams]) {
    const parameter = declared.find((candidate) => candidate.name === name);
    if (parameter === undefined) problems.push(`${id}: there is no parameter ${name}`);
    else
      problems.push(...schemaProblems(fromText(value, parameter.schema), parameter.schema, `${id} ${name}`));
  }
  const schema = operation.requestBody?.content['application/json']?.schema;
  if (schema === undefined) return body === '' ? problems : [...problems, `${id}: takes no body`];
  const sent = JSON.parse(body) as Readonly<Record<string, unknown>>;
  const more = Object.keys(sent).filter((key) => !Object.hasOwn(schema.properties ?? {}, key));
  problems.push(...more.map((key) => `${id}: the body has no ${key}`));
  return [...problems, ...schemaProblems(sent, schema, `${id} body`)];
}

/** What is wrong with an answer of GitHub's. */
export function responseProblems({ operation, id }: Described, status: number, body: unknown): string[] {
  const declared = operation.responses[status];
  if (declared === undefined) return [`${id}: never answers ${status}`];
  const schema = resolved(declared).content?.['application/json']?.schema;
  if (schema === undefined) return body === undefined ? [] : [`${id}: ${status} has no body`];
  return schemaProblems(body, schema, `${id} ${status}`);
}

/** The least that an operation may answer, with `given` in it; the deep parts of `given` stand as they are. */
export function answerOf(id: string, status: number, given: object = {}): object {
  const operation = Object.values(DESCRIPTION.paths)
    .flatMap((methods) => Object.values(methods))
    .find((candidate) => candidate.operationId === id);
  const declared = operation?.responses[status];
  const schema = declared && resolved(declared).content?.['application/json']?.schema;
  if (schema === undefined) throw new Error(`${id} describes no answer ${status}`);
  const whole = resolved(schema);
  return merged(leastOf(whole.type === 'array' ? (whole.items ?? {}) : whole), given) as object;
}

/** The least that a schema of the description allows, by its name, with `given` in it. */
export function partOf(name: string, given: object = {}): object {
  return merged(leastOf({ $ref: `#/components/schemas/${name}` }), given) as object;
}

function merged(least: unknown, given: unknown): unknown {
  if (!isObject(least) || !isObject(given)) return given;
  const keys = new Set([...Object.keys(least), ...Object.keys(given)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, key in given ? merged(least[key], given[key]) : least[key]]),
  );
}

function leastOf(reference: Schema): unknown {
  const schema = resolved(reference);
  if (schema.nullable === true) return null;
  const [first] = schema.oneOf ?? schema.anyOf ?? [];
  if (first !== undefined) return leastOf(first);
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case 'array':
      return [];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return 1;
    case 'string':
      return schema.format === 'uri'
        ? 'https://api.github.com/x'
        : schema.format === 'date-time'
          ? '2026-10-08T12:00:00Z'
          : '';
    default:
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, leastOf(schema.properties?.[key] ?? {})]),
      );
  }
}

function schemaProblems(value: unknown, reference: Schema, at: string): string[] {
  const schema = resolved(reference);
  const unknown = Object.keys(schema).filter((word) => !KNOWN_WORDS.has(word));
  if (unknown.length > 0)
    throw new Error(`The description uses ${unknown.join(', ')}, which is not checked.`);
  if (value === null) return schema.nullable === true ? [] : [`${at} is null`];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) {
    const fitting = choices.filter((choice) => schemaProblems(value, choice, at).length === 0).length;
    if (fitting === 0 || (schema.oneOf !== undefined && fitting > 1))
      return [`${at} fits ${fitting} of its forms`];
  }
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [`${at} is ${JSON.stringify(value)}`];
  if (!hasType(value, schema))
    return [`${at} is no ${schema.format ?? schema.type}: ${JSON.stringify(value)}`];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => schemaProblems(item, schema.items ?? {}, `${at}[${index}]`));
  }
  if (!isObject(value)) return [];
  const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(value, key));
  const inside = Object.entries(schema.properties ?? {}).filter(([key]) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !Object.hasOwn(schema.properties ?? {}, key));
  const { additionalProperties: rest = true } = schema;
  return [
    ...missing.map((key) => `${at}.${key} is missing`),
    ...others.flatMap((key) =>
      typeof rest === 'object'
        ? schemaProblems(value[key], rest, `${at}.${key}`)
        : rest
          ? []
          : [`${at} has no ${key}`],
    ),
    ...inside.flatMap(([key, property]) => schemaProblems(value[key], property, `${at}.${key}`)),
  ];
}

function hasType(value: unknown, { type, format }: Schema): boolean {
  switch (type) {
    case undefined:
      return true;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    case 'string':
      return typeof value === 'string' && hasFormat(value, format);
    default:
      return typeof value === type;
  }
}

function hasFormat(value: string, format: string | undefined): boolean {
  if (format === 'uri') return URL.canParse(value);
  if (format === 'date-time') return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(value);
  return true;
}

/** A parameter's text as the type that it stands for; the text itself where it cannot be one. */
function fromText(text: string, reference: Schema): unknown {
  const { type } = resolved(reference);
  if (type === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

function matchPath(template: string, path: string): Record<string, string> | undefined {
  const [expected, given] = [template.split('/'), path.split('/')];
  if (expected.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = decodeURIComponent(given[index] ?? '');
    const [, name] = /^\{(\w+)\}$/.exec(part) ?? [];
    if (name !== undefined && value !== '') parameters[name] = value;
    else if (part !== value) return undefined;
  }
  return parameters;
}

function resolved<Described extends { readonly $ref?: string }>(item: Described): Described {
  if (item.$ref === undefined) return item;
  let found: unknown = DESCRIPTION;
  for (const key of item.$ref.replace(/^#\//, '').split('/'))
    found = isObject(found) ? found[key] : undefined;
  if (!isObject(found)) throw new Error(`The description has no ${item.$ref}.`);
  return resolved(found as unknown as Described);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
