/** The model of a program that takes it from outside, or has a default in place of which infrastructure code sets one. */
import type { ModelReference } from '../code/found-model-id.ts';
import type { NamedId } from '../code/model-calls.ts';
import { languageOf } from '../code/scanned-files.ts';
import { type OutsideRead, variablesRead } from '../code/variables-read.ts';
import type { ModelBinding } from '../manifest/manifest.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SourceLocation } from '../model/source-location.ts';
import { isUnknown } from '../model/value.ts';
import { agreed, listed } from './agreement.ts';
import { type DeployedModel, modelReads, modelsOfVariable } from './deployed-models.ts';
import { bindableIds } from './file-pick.ts';
import type { ResourceGraph } from './graph.ts';
import { namesOf, pickByName } from './model-by-name.ts';
import type { ServedModel } from './model-choice.ts';

export type FileBinding = ModelBinding & { readonly kind: 'file' };

/** Why a file answers with no model, and the line to write. */
export interface Fault {
  readonly code: 'binding-unmatched' | 'binding-ambiguous';
  readonly why: string;
  readonly hint: string;
}

/** A model, and the default of the file in whose place it runs, where there is one. */
export interface Picked {
  readonly served: ServedModel;
  readonly overrides?: ModelReference;
}

/**
 * What infrastructure code sets the variable to whose default the file names; undefined where nothing sets it. A
 * default holds only where the variable is not set.
 */
export function deployedInstead(
  file: string,
  found: readonly ModelReference[],
  graph: ResourceGraph,
): Picked | Fault | undefined {
  const [first] = found;
  const variable = defaultOf(file, found);
  if (first === undefined || variable === undefined) return undefined;
  const given = modelsOfVariable(variable, graph);
  if (given.length === 0) return undefined;
  const served = agreed(given);
  if (served === undefined) return differing(`${file} takes its model from ${variable}`, given);
  // Told as application code: there the id stands, and the infrastructure code says the same.
  if (served.choice.id === first.id && served.capacity === undefined) return undefined;
  const overrides = { id: first.id, at: { file, line: first.line, column: first.column } };
  return { served: { ...served, choice: { ...served.choice, overrides } }, overrides: first };
}

/** The variable of which all of these ids are the default in a program. */
function defaultOf(file: string, found: readonly ModelReference[]): string | undefined {
  const language = languageOf(file);
  if (language !== 'c-like' && language !== 'script') return undefined;
  const [name, ...others] = new Set(
    found.map((reference) => (reference.use === 'environment-default' ? reference.name : undefined)),
  );
  return others.length > 0 ? undefined : name;
}

/** The model that a file without an id of its own reads from outside, or that which a name in it is given. */
export function fromOutside(
  { file, name }: FileBinding,
  text: string,
  graph: ResourceGraph,
): Picked | Fault | undefined {
  const reads = modelReads(file, text, graph);
  const own = name === undefined ? reads : reads.filter(({ read }) => isRead(read, text, name));
  const given = own.flatMap((one) => one.given);
  const [first] = own;
  if (first === undefined) return undefined;
  const served = agreed(given);
  if (served !== undefined) return { served };
  const names = [...new Set(own.map(({ read }) => read.name))].slice(0, 4).join(' and ');
  return differing(`${file} takes its model from ${names}`, given);
}

/** Whether a read is by a name, or is what a constant, key or variable of that name is given. */
function isRead(read: OutsideRead, text: string, name: string): boolean {
  if (read.name === name) return true;
  return pickByName(text, name, [asReference(read, '')]).length > 0;
}

/** The reads of variables that go by a name, or that a name is given. */
export function readsGivenTo(file: string, text: string, name: string): readonly OutsideRead[] {
  return variablesRead(file, text).filter((read) => isRead(read, text, name));
}

function differing(what: string, given: readonly DeployedModel[]): Fault {
  const named = given.find(({ served }) => !isUnknown(served.choice.id)) ?? given[0];
  const why = `${what}, which the infrastructure code sets to different models: ${listed(given)}`;
  return { code: 'binding-ambiguous', why, hint: named?.line ?? '' };
}

/** Says that the id which stands in the file is not the one that runs. */
export function overridden(
  file: string,
  { id, line, name = '' }: ModelReference,
  { choice }: ServedModel,
  graph: ResourceGraph,
  workload: string,
  at: SourceLocation,
): Diagnostic {
  const [first, ...others] = modelsOfVariable(name, graph);
  const where = `${first?.where ?? ''}${others.length === 0 ? '' : ` and ${others.length} more`}`;
  const known = isUnknown(choice.id) ? `a value that is not known: ${choice.id.why}` : choice.id;
  return {
    code: 'binding-ambiguous',
    severity: 'warning',
    message: `${file} names ${id} for ${workload} only where ${name} is not set (line ${line}), and ${where} sets it to ${known}; what is set is priced.`,
    at,
    ...(first === undefined ? {} : { hint: first.line }),
  };
}

/** The models of a file with the names that stand for each, and what infrastructure code sets in place of a default. */
export function namedModels(file: string, text: string, graph: ResourceGraph): readonly NamedId[] {
  const all = bindableIds(file, text);
  const lines = text.split('\n');
  if (all.length === 0) {
    return modelReads(file, text, graph).flatMap(({ read, given }) => {
      const id = agreed(given)?.choice.id;
      if (id === undefined || isUnknown(id)) return [];
      return [{ id, start: read.start, end: read.end, names: namesOf(lines, asReference(read, id)) }];
    });
  }
  return all.map((reference) => {
    const instead = deployedInstead(file, [reference], graph);
    const set = instead !== undefined && 'served' in instead ? instead.served.choice.id : undefined;
    const { start, end } = reference;
    return {
      id: set === undefined || isUnknown(set) ? reference.id : set,
      start,
      end,
      names: namesOf(lines, reference),
    };
  });
}

function asReference(read: OutsideRead, id: string): ModelReference {
  return { ...read, id, use: 'environment-default' };
}
