/** The keys of a manifest whose value may stand elsewhere: a model, a tier, a lifetime, a resource. Made on demand. */
import { z } from 'zod';
import { address, modelId, oneOf, section, text } from '../model/fields.ts';
import { CACHE_TIMES_TO_LIVE, TIERS } from '../model/price.ts';

const { optional } = z;

/** Where a value is followed to: `what` is the thing, and the examples are names that it goes by. */
function place(what: string, attribute: string, variable: string, name: string) {
  return section({
    file: optional(text('a path', 'services/chat/handler.py').describe(`The file whose ${what} to follow.`)),
    address: optional(address().describe(`The resource whose ${what} to follow.`)),
    attribute: optional(text('an attribute', attribute).describe('The attribute of the resource.')),
    env: optional(text('a variable', variable).describe(`The environment variable that holds the ${what}.`)),
    name: optional(
      text('a name', name).describe(`Of several in a file, the ${what} of this constant or key.`),
    ),
    path: optional(
      text('a path of keys', 'context.chatModel').describe(
        `Where the ${what} stands in a JSON or YAML file.`,
      ),
    ),
  });
}

/** The keys with which a variable names a resource. */
export function variableShape(what: string, variable: string) {
  return {
    env: optional(
      text('a variable', variable).describe(
        `The environment variable of the resource at \`address\` that holds the id of the ${what}.`,
      ),
    ),
    file: optional(
      text('a path', 'services/chat/handler.py').describe(
        `A program that reads the id of the ${what} from a variable which the infrastructure code sets.`,
      ),
    ),
    name: optional(
      text('a name', variable).describe(
        'The variable that the program reads, or the name that it is given to.',
      ),
    ),
  };
}

/** A resource: by its address, or by what a variable names. */
export function named(what: string, variable: string) {
  return z.union([
    address(),
    section({
      address: optional(address().describe('The resource that sets the variable.')),
      ...variableShape(what, variable),
    }),
  ]);
}

export function tier() {
  return z
    .union([oneOf(TIERS), place('service tier', 'service_tier', 'BEDROCK_SERVICE_TIER', 'SERVICE_TIER')])
    .describe(
      'Service tier, or where to follow it. Where absent, the one that is found where `model` is followed to: in the calls of a file, or in a variable beside that of the model; else `standard`.',
    );
}

export function timeToLive() {
  return z
    .union([oneOf(CACHE_TIMES_TO_LIVE), place('lifetime', 'cache_ttl', 'CACHE_TTL', 'CACHE_TTL')])
    .describe(
      'How long a cached prompt lives, or where to follow it. Where absent, what is found where `model` is followed to, else `5m`.',
    );
}

export function model() {
  return z
    .union([modelId(), place('model id', 'foundation_model', 'MODEL_ID', 'CHAT_MODEL')])
    .describe('Model id, inference profile id or ARN; or where to follow it: a file, or a resource.');
}
