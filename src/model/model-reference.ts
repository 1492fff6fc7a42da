import { isUnknown, textAt, type Unknown, type Value } from './value.ts';

/** The end of an ARN that names a model or a profile of AWS's own: its account and region do not matter for which it is. */
const NAMED_MODEL = /:(?:foundation-model|inference-profile)\/([^/*\s]+)$/;

/**
 * The model id or ARN that an attribute holds. Where only the account or the region of an ARN is unknown, the model
 * at its end is known all the same.
 */
export function modelIdOf(value: Value | undefined): string | Unknown | undefined {
  const id = textAt(value);
  if (!isUnknown(id) || id.pieces === undefined) return id;
  const spelled = id.pieces.map((piece) => (typeof piece === 'string' ? piece : '*')).join('');
  return NAMED_MODEL.exec(spelled)?.[1] ?? id;
}
