/**
 * Calls of AWS that CDK's `AwsCustomResource` makes on deployment (`Custom::AWS`). The call is JSON in a text, in which
 * references to other resources stand as pieces that are not known yet.
 */
import {
  isUnknown,
  type MapValue,
  text,
  textAt,
  type Unknown,
  unknown,
  type Value,
  valueAt,
} from '../../model/value.ts';
import { parseJson } from '../terraform/values/json.ts';

export interface SdkCall {
  /** `s3vectors`, `bedrockagentcorecontrol`: in small letters, without what names the SDK's package. */
  readonly service: string;
  /** `createVectorBucket` */
  readonly action: string;
  readonly parameters: MapValue;
  /** Where the call is made, if not in the region of the stack. */
  readonly region: string | Unknown | undefined;
}

/** The call that brings about what there is: on creation, else on update. */
export function sdkCallOf(attributes: MapValue): SdkCall | undefined {
  for (const event of ['Create', 'Update']) {
    const written = valueAt(attributes, event);
    const call = written === undefined ? undefined : callIn(written);
    if (call !== undefined) return call;
  }
  return undefined;
}

function callIn(written: Value): SdkCall | undefined {
  const call = written.kind === 'map' ? written : parseWithPieces(written);
  const service = valueAt(call, 'service');
  const action = valueAt(call, 'action');
  if (service?.kind !== 'text' || action?.kind !== 'text') return undefined;
  const parameters = valueAt(call, 'parameters');
  return {
    service: service.value
      .toLowerCase()
      .replace(/^@aws-sdk\/client-/, '')
      .replaceAll(/[^a-z0-9]/g, ''),
    // `PutModelInvocationLoggingConfigurationCommand` is the name of the same in the newer SDK.
    action: (action.value.slice(0, 1).toLowerCase() + action.value.slice(1)).replace(/Command$/, ''),
    parameters: parameters?.kind === 'map' ? parameters : NOTHING,
    region: textAt(call, 'region'),
  };
}

const NOTHING: MapValue = { kind: 'map', entries: new Map() };

/** Stands for a piece that is not known: a character of the private use area, twice around its number. */
const MARK = '\uE000';

/** The value of a JSON text, with what is unknown in it in its places; `undefined` where it is no JSON. */
function parseWithPieces(written: Value): Value | undefined {
  if (written.kind === 'text') return parseJson(written.value);
  if (!isUnknown(written) || written.pieces === undefined) return undefined;
  const { pieces } = written;
  if (pieces.some((piece) => typeof piece === 'string' && piece.includes(MARK))) return undefined;
  const spelled = pieces
    .map((piece, index) => (typeof piece === 'string' ? piece : MARK + index + MARK))
    .join('');
  const parsed = parseJson(spelled);
  return parsed === undefined ? undefined : withPieces(parsed, pieces);
}

/** Recursion is as deep as the JSON is nested, which is capped. */
function withPieces(value: Value, pieces: readonly (string | Unknown)[]): Value {
  if (value.kind === 'list')
    return { kind: 'list', items: value.items.map((item) => withPieces(item, pieces)) };
  if (value.kind === 'map') {
    const entries = [...value.entries].map(([key, item]) => [key, withPieces(item, pieces)] as const);
    return { kind: 'map', entries: new Map(entries) };
  }
  if (value.kind !== 'text' || !value.value.includes(MARK)) return value;
  const parts = value.value.split(MARK).flatMap((part, index): readonly (string | Unknown)[] => {
    if (index % 2 === 0) return part === '' ? [] : [part];
    return [pieces[Number(part)] ?? unknown('a part of the call is not known')];
  });
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return typeof only === 'string' ? text(only) : only;
  const missing = parts.find((part) => typeof part !== 'string');
  if (missing !== undefined) return unknown(missing.why, { pieces: parts });
  return text(parts.filter((part) => typeof part === 'string').join(''));
}
