/** Plans of Terraform and OpenTofu, as `terraform show -json` writes them ("JSON Output Format", format version 1). */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { LIMITS } from '../../model/limits.ts';
import type { Resource } from '../../model/resource.ts';
import type { IacFormat, IacReading, IacRoot } from '../format.ts';
import { readJsonFile } from '../json-file.ts';
import type { ParseCache } from '../parse-cache.ts';
import type { Source } from '../terraform/hcl/source.ts';
import type { JsonNode } from '../terraform/json/nodes.ts';
import { forgotten } from '../terraform/module/forgotten.ts';
import { map } from '../terraform/values/value.ts';
import {
  type Configuration,
  providerRegion,
  readConfiguration,
  referencesFrom,
  withoutKeys,
} from './configuration.ts';
import { type Identity, identitiesOf } from './identities.ts';
import { at, isTrue, itemsOf, textOf } from './nodes.ts';
import { plannedValue } from './values.ts';

/** The format, as the registry lists it. A plan is large, has any name, and is read only where a manifest names it. */
export const TERRAFORM_PLAN: IacFormat = {
  id: 'terraform-plan',
  wants: () => false,
  findRoots: () => [],
  read: readPlan,
};

/** What a plan says that there will be. */
function readPlan(
  root: IacRoot,
  texts: ReadonlyMap<string, string>,
  _cache: ParseCache,
  paths: ReadonlySet<string>,
): IacReading {
  const file = root.directory;
  const hint = `terraform show -json plan.out > ${file}`;
  const keep = root.prior === true ? keepsPrior : keepsPlanned;
  const read = readJsonFile(file, texts, {
    what: 'plan',
    hint,
    at: root.at,
    exists: paths.has(file),
    keep,
  });
  if (read.kind === 'problem') return nothing(read.diagnostic);
  const { source, node: plan } = read;
  const problem = refusal(plan, root);
  if (problem !== undefined) {
    const hint = `terraform show -json plan.out > ${file}`;
    return nothing({ code: 'iac-unresolved', severity: 'error', message: problem, at: { file }, hint });
  }
  const diagnostics: Diagnostic[] = [];
  if (root.prior === true) {
    const message = `The base has no ${file}; what stood before the plan of the head is taken from that plan.`;
    diagnostics.push({ code: 'iac-changed', severity: 'notice', message, at: { file } });
  }
  if (isTrue(at(plan, 'errored'))) {
    const message = `The plan ${file} ended with errors, so what it says is not complete.`;
    diagnostics.push({ code: 'iac-unresolved', severity: 'warning', message, at: { file } });
  }
  return { resources: resourcesOf(plan, source, root, diagnostics), diagnostics };
}

/** Most of a plan repeats the rest of it. */
const PARTS = new Set(['format_version', 'configuration', 'variables', 'errored']);
const CHANGE = new Set(['actions', 'after_unknown', 'after_sensitive']);

function keepsPlanned([part = '', key, inner, ...more]: readonly string[]): boolean {
  if (part !== 'resource_changes') return PARTS.has(part) || part === 'planned_values';
  if (key !== 'change')
    return key === undefined || key === 'address' || key.startsWith('previous') || key === 'deposed';
  return inner === undefined || more.length > 0 || CHANGE.has(inner);
}

function keepsPrior([part = '']: readonly string[]): boolean {
  return PARTS.has(part) || part === 'prior_state';
}

function nothing(diagnostic: Diagnostic): IacReading {
  return { resources: [], diagnostics: [diagnostic] };
}

/** Why a JSON text is no plan that can be read. */
function refusal(plan: JsonNode, { prior = false }: IacRoot): string | undefined {
  const version = textOf(at(plan, 'format_version'));
  if (version === undefined) return 'Found JSON without a format_version where a plan was expected.';
  if (!/^[01]\./.test(version)) return 'Found a plan of a format version that is not known; 1 was expected.';
  // What is made from nothing has no state before it.
  return prior || at(plan, 'planned_values')?.kind === 'object'
    ? undefined
    : 'Found JSON without planned_values where a plan was expected; a state has none.';
}

function resourcesOf(
  plan: JsonNode,
  source: Source,
  root: IacRoot,
  diagnostics: Diagnostic[],
): readonly Resource[] {
  const configuration = readConfiguration(plan);
  const changes = root.prior === true ? new Map<string, JsonNode>() : changesOf(plan);
  const resources = new Map<string, Resource>();
  const values = root.prior === true ? at(plan, 'prior_state', 'values') : at(plan, 'planned_values');
  const nodes = managedResources(at(values, 'root_module'));
  const reading = { changes, configuration, identities: identitiesOf(nodes), source, root };
  for (const node of nodes) {
    if (isForgotten(node, changes)) {
      const address = textOf(at(node, 'address')) ?? '';
      diagnostics.push(forgotten(address, source.locate(node.start)));
      continue;
    }
    const resource = resourceOf(node, reading);
    if (resource === undefined) continue;
    const first = resources.get(resource.address);
    if (first === undefined) resources.set(resource.address, resource);
    else {
      const message = `A resource stands in the plan twice, first in line ${first.at.line}; only that is read.`;
      diagnostics.push({ code: 'iac-duplicate', severity: 'error', message, at: resource.at });
    }
  }
  return [...resources.values()];
}

/** Resources of a module and of those in it; one over the limit is enough to tell that there are more. */
function managedResources(root: JsonNode | undefined): readonly JsonNode[] {
  const found: JsonNode[] = [];
  const modules = [root];
  // Modules inside of modules are added behind, and walked too.
  for (const module of modules) {
    modules.push(...itemsOf(at(module, 'child_modules')));
    for (const node of itemsOf(at(module, 'resources'))) {
      if (textOf(at(node, 'mode')) === 'managed') found.push(node);
      if (found.length > LIMITS.resources) return found;
    }
  }
  return found;
}

/** What the resources of a plan are read with. */
interface PlanReading {
  readonly changes: ReadonlyMap<string, JsonNode>;
  readonly configuration: Configuration;
  readonly identities: ReadonlyMap<string, Identity>;
  readonly source: Source;
  readonly root: IacRoot;
}

/** The changes by address; those of objects that are only to be destroyed left out. */
function changesOf(plan: JsonNode): ReadonlyMap<string, JsonNode> {
  const changes = new Map<string, JsonNode>();
  for (const change of itemsOf(at(plan, 'resource_changes'))) {
    const address = textOf(at(change, 'address'));
    if (address !== undefined && at(change, 'deposed') === undefined) changes.set(address, change);
  }
  return changes;
}

/** Planned values repeat what only leaves the state. */
function isForgotten(node: JsonNode, changes: ReadonlyMap<string, JsonNode>): boolean {
  const change = changes.get(textOf(at(node, 'address')) ?? '');
  return itemsOf(at(change, 'change', 'actions')).some((action) => textOf(action) === 'forget');
}

function resourceOf(node: JsonNode, reading: PlanReading): Resource | undefined {
  const { changes, configuration, identities, source, root } = reading;
  const address = textOf(at(node, 'address'));
  const type = textOf(at(node, 'type'));
  if (address === undefined || type === undefined) return undefined;
  const change = changes.get(address);
  const written = configuration.resources.get(withoutKeys(address));
  const planned = {
    value: at(node, 'values'),
    unknown: at(change, 'change', 'after_unknown'),
    sensitive: at(node, 'sensitive_values') ?? at(change, 'change', 'after_sensitive'),
    written: at(written, 'expressions'),
  };
  const attributes = plannedValue(planned, {
    byReference: referencesFrom(address, configuration),
    byIdentity: (text) => {
      const identity = identities.get(text);
      return identity?.refersTo === address ? undefined : identity;
    },
  });
  const region =
    regionOf(at(node, 'values', 'region')) ?? providerRegion(written, configuration) ?? root.region;
  const former = textOf(at(change, 'previous_address'));
  return {
    address,
    vocabulary: 'terraform',
    type,
    attributes: attributes.kind === 'map' ? attributes : map(new Map()),
    at: source.locate(node.start),
    ...(region === undefined ? {} : { region }),
    ...(former === undefined || former === address ? {} : { formerAddresses: [former] }),
  };
}

function regionOf(node: JsonNode | undefined): string | undefined {
  const region = textOf(node);
  return region === '' ? undefined : region;
}
