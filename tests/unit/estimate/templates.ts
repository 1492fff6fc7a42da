/** Estimates of resources in CloudFormation's vocabulary, which a test states as plain data. */
import { bindProject } from '../../../src/bind/project.ts';
import { estimateProject } from '../../../src/estimate/estimate.ts';
import { FEATURES } from '../../../src/estimate/features/registry.ts';
import { readManifest } from '../../../src/manifest/read.ts';
import { decimal } from '../../../src/model/decimal.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { type MapValue, NULL, text, unknown, type Value } from '../../../src/model/value.ts';
import { loadPriceBook } from '../../../src/prices/book.ts';
import { loadModelCatalogue } from '../../../src/prices/catalogue.ts';
import type { Estimated } from './estimating.ts';

const BOOK = await loadPriceBook();
const MODELS = await loadModelCatalogue();

/** A property as JSON has it; `{ ref: 'Name' }` is a reference to a resource of the template. */
export type Property =
  | string
  | number
  | boolean
  | null
  | readonly Property[]
  | { readonly [key: string]: Property };

export interface Declaration {
  readonly type: string;
  readonly properties?: { readonly [key: string]: Property };
  /** us-east-1 where the key is absent. */
  readonly region?: string | undefined;
}

/** The charges of a template, without any manifest or with one (what stands below `version: 1`). */
export async function estimatedTemplate(
  resources: Readonly<Record<string, Declaration>>,
  manifest?: string,
): Promise<Estimated> {
  const declared = Object.entries(resources).map(([address, declaration], index) =>
    resourceOf(address, declaration, index + 1),
  );
  const read =
    manifest === undefined
      ? undefined
      : readManifest('bedrock-cost.yml', `version: 1\nregion: us-east-1\n${manifest}`, FEATURES).manifest;
  const project = bindProject(
    { directory: '.', manifest: read, resources: declared, roots: [], sources: new Map() },
    FEATURES,
  );
  return estimateProject(project, FEATURES, BOOK, MODELS);
}

/** One resource of a template. */
export function resourceOf(address: string, declaration: Declaration, line = 1): Resource {
  const { type, properties = {} } = declaration;
  const region = 'region' in declaration ? declaration.region : 'us-east-1';
  return {
    address,
    vocabulary: 'cloudformation',
    type,
    attributes: mapOf(properties),
    ...(region === undefined ? {} : { region }),
    at: { file: 'template.yaml', line },
  };
}

function mapOf(properties: { readonly [key: string]: Property }): MapValue {
  const entries = Object.entries(properties).map(([key, value]) => [key, asValue(value)] as const);
  return { kind: 'map', entries: new Map(entries) };
}

function asValue(property: Property): Value {
  if (property === null) return NULL;
  if (typeof property === 'string') return text(property);
  if (typeof property === 'number') return { kind: 'number', value: decimal(property) };
  if (typeof property === 'boolean') return { kind: 'boolean', value: property };
  if (isList(property)) return { kind: 'list', items: property.map(asValue) };
  const { ref } = property;
  return typeof ref === 'string'
    ? unknown(`${ref} is made by the stack`, { refersTo: ref })
    : mapOf(property);
}

function isList(property: Property): property is readonly Property[] {
  return Array.isArray(property);
}
