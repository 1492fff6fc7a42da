/** Models that a program takes from outside: what infrastructure code sets a variable or a parameter to. */
import { findModelIds } from '../code/find-model-ids.ts';
import { namesQuoted, type OutsideRead, variablesRead } from '../code/variables-read.ts';
import { addressInYaml } from '../model/resource-usage.ts';
import { isUnknown } from '../model/value.ts';
import type { Candidate } from './agreement.ts';
import type { ResourceGraph } from './graph.ts';
import { modelFromCode } from './model-choice.ts';

/** A model of the infrastructure code that a program may be given. */
export interface DeployedModel extends Candidate {
  /** The line that binds to it. */
  readonly line: string;
}

/** A place of a program that reads a model from outside, and what it may be given there. */
export interface ModelRead {
  readonly read: OutsideRead;
  readonly given: readonly DeployedModel[];
}

/** What each resource that sets a variable sets it to; none where no code sets it. */
export function modelsOfVariable(name: string, graph: ResourceGraph): readonly DeployedModel[] {
  return graph.setting(name).map(({ resource, value }) => ({
    where: resource.address,
    served: modelFromCode(value, resource, graph),
    line: `model: { address: ${addressInYaml(resource.address)}, env: ${name} }`,
  }));
}

/** The reads of a program that lead to models, in the order of the program. */
export function modelReads(file: string, text: string, graph: ResourceGraph): readonly ModelRead[] {
  const variables = variablesRead(file, text).map((read) => ({
    read,
    given: modelsOfVariable(read.name, graph),
  }));
  const found = [...leadingToModels(variables), ...parameterReads(file, text, graph)];
  return found.sort((a, b) => a.read.start - b.read.start);
}

/** The places where a program names a parameter of the Parameter Store that holds a model. */
export function parameterReads(file: string, text: string, graph: ResourceGraph): readonly ModelRead[] {
  const names = graph.parameters.all.flatMap(({ name }) => (name === undefined ? [] : [name]));
  const reads = namesQuoted(file, text, new Set(names)).map((read) => ({
    read,
    given: graph.parameters.named(read.name, undefined).map(({ resource, value }) => ({
      where: resource.address,
      served: modelFromCode(value, resource, graph),
      line: `model: { address: ${addressInYaml(resource.address)} }`,
    })),
  }));
  return leadingToModels(reads);
}

function leadingToModels(reads: readonly ModelRead[]): readonly ModelRead[] {
  return reads.filter(({ read, given }) => given.some((model) => isModel(model, read.name)));
}

/** Whether this is a model, or what is not known and goes by the name of one. */
function isModel({ served: { choice, capacity } }: DeployedModel, name: string): boolean {
  if (capacity !== undefined) return true;
  return isUnknown(choice.id) ? NAME_OF_MODEL.test(name) : isOneModel(choice.id);
}

const NAME_OF_MODEL = /(?:^|[_/.-])MODEL(?:[_/.-]?(?:ID|ARN))?$/i;

/** Whether a value is a model id or an ARN with one at its end, and no document that names models. */
export function isOneModel(value: string): boolean {
  const [found] = findModelIds(value);
  return found?.prefixUnknown === undefined && found?.end === value.length && /^[\w.:/-]+$/.test(value);
}
